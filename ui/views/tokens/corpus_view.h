#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace attentarium {

class ElidedLabel;
class Session;
class TextStudy;
class ZipfChart;

/// What stands in a text: its size, its words by frequency, and any of them in context.
class CorpusView : public QWidget {
    Q_OBJECT

  public:
    explicit CorpusView(Session& session, QWidget* parent = nullptr);

    QString figures() const;
    ZipfChart& chart() { return *m_chart; }
    QTableWidget& words() { return *m_words; }
    QTableWidget& lines() { return *m_lines; }
    QLineEdit& sought() { return *m_sought; }
    QString csv() const;

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void showFigures();
    void showFound();
    void retranslate();
    QTableWidget* listWidget(int columns, const QString& name);

    TextStudy& m_study;
    QLabel* m_figures;
    ZipfChart* m_chart;
    QTableWidget* m_words;
    QLineEdit* m_sought;
    ElidedLabel* m_total;
    QTableWidget* m_lines;
};

}  // namespace attentarium
