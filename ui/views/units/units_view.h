#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace attentarium {

class BundledModels;
class ElidedLabel;
class Session;
class UnitFinder;
class UnitKnown;
class UnitList;
class UnitStudy;
class UnitText;

/// What a unit of a recurrent model stands for: its value over a page of text, where a pattern of units is on, and how
/// well it tells what is known of the text for certain.
class UnitsView : public QWidget {
    Q_OBJECT

  public:
    explicit UnitsView(Session& session, QWidget* parent = nullptr);
    ~UnitsView() override;

    /// The sentence, the best units, the text and the two histograms.
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    /// Every token with all units of the kind that is shown.
    QString csv() const;
    bool hasNumbers() const;
    bool isBusy() const;

    UnitStudy& study() { return *m_study; }
    UnitList& list() { return *m_list; }
    UnitText& text() { return *m_text; }
    UnitFinder& finder() { return *m_finder; }

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void refresh();
    void fillChoices();
    void retranslate();
    void fitType();
    void showInSession(int token);
    QString needed() const;

    Session& m_session;
    UnitStudy* m_study;
    BundledModels* m_models;
    QLabel *m_textName, *m_tableName, *m_truthName;
    QComboBox *m_textChoice, *m_tableChoice, *m_truthChoice;
    QLabel* m_sentence;
    QStackedWidget* m_pages;
    QLabel* m_nothing;
    UnitList* m_list;
    UnitText* m_text;
    QScrollArea* m_textArea;
    QWidget* m_scale;
    ElidedLabel* m_told;
    QTabBar* m_tabs;
    QStackedWidget* m_below;
    UnitKnown* m_known;
    UnitFinder* m_finder;
    bool m_hadTruth = true;
};

}  // namespace attentarium
