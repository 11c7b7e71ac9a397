#pragma once

#include <QWidget>
#include <vector>

class QBarCategoryAxis;
class QBarSeries;
class QLineSeries;
class QValueAxis;

namespace attentarium {

class NamedBarsView;
class Session;

/// How much each next word surprised the model, and the mean of all: the loss.
class LossChart : public QWidget {
    Q_OBJECT

  public:
    explicit LossChart(Session& session, QWidget* parent = nullptr);

    const std::vector<double>& losses() const { return m_losses; }
    /// The middle of a bar, in the coordinates of the widget.
    QPoint centreOfBar(int bar) const;
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void showLosses();
    void showSelection();
    void select(int bar);
    /// The bar of the token in question; −1 where it has none.
    int chosenBar() const;

    Session& m_session;
    NamedBarsView* m_view;
    QBarSeries* m_bars;
    QLineSeries* m_mean;
    QBarCategoryAxis* m_words;
    QValueAxis* m_places;
    QValueAxis* m_sizes;
    std::vector<int> m_tokens;  ///< of each bar
    std::vector<double> m_losses;
    QStringList m_labels;
    QStringList m_names;
};

}  // namespace attentarium
