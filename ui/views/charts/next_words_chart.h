#pragma once

#include <QWidget>
#include <vector>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QLabel;
class QValueAxis;

namespace attentarium {

class NamedBarsView;
class Session;

/// What the model expects after the chosen word: the ten likeliest next words. The one that really came is marked.
class NextWordsChart : public QWidget {
    Q_OBJECT

  public:
    explicit NextWordsChart(Session& session, QWidget* parent = nullptr);

    /// The vocabulary's ids of the bars, the likeliest first.
    const std::vector<int>& shownIds() const { return m_ids; }
    /// The middle of the bar of a word, in the coordinates of the widget.
    QPoint centreOfBar(int place) const;
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void showWords();
    /// Bars are counted from the bottom, words from the top.
    QString titleFor(const QString& word) const;
    int fromTop(int bar) const;
    void append(int place);
    void mark(int place);
    bool canAppend() const;

    Session& m_session;
    NamedBarsView* m_view;
    QLabel* m_compared;  ///< which run the hatched outlines are of
    QHorizontalStackedBarSeries* m_series;
    QBarCategoryAxis* m_words;
    QValueAxis* m_shares;
    std::vector<int> m_ids;
    QStringList m_labels;
    int m_marked = 0;  ///< the bar that the keys have reached
};

}  // namespace attentarium
