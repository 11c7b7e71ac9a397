#pragma once

#include <QWidget>
#include <vector>

class QBarCategoryAxis;
class QBarSet;
class QChartView;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace attentarium {

class Session;

/// What the model expects after the chosen word: the ten likeliest next words. The one that really came is marked.
class NextWordsChart : public QWidget {
    Q_OBJECT

  public:
    explicit NextWordsChart(Session& session, QWidget* parent = nullptr);

    /// The vocabulary's ids of the bars, the likeliest first.
    const std::vector<int>& shownIds() const { return m_ids; }
    /// The middle of a bar, in the coordinates of the widget.
    QPoint centreOfBar(int bar) const;
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void showWords();
    void clearBars();
    void append(int bar);
    void mark(int bar);
    bool canAppend() const;

    Session& m_session;
    QChartView* m_view;
    QHorizontalStackedBarSeries* m_series;
    QBarCategoryAxis* m_words;
    QValueAxis* m_shares;
    std::vector<int> m_ids;
    QStringList m_labels;
    int m_marked = 0;  ///< the bar that the keys have reached
};

}  // namespace attentarium
