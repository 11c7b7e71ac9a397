#pragma once

#include <QWidget>
#include <vector>

namespace attentarium {

class Session;

/// The moments of the current run on a line, as far apart as their steps are in times of each other; the latest stands
/// at the right. The pointer and the arrow keys show one of them everywhere.
class MomentScrubber : public QWidget {
    Q_OBJECT

  public:
    explicit MomentScrubber(Session& session, QWidget* parent = nullptr);

    Session& session() const { return m_session; }
    /// Moments, and behind them the latest.
    int placeCount() const { return static_cast<int>(m_steps.size()); }
    /// The one that is shown; the last where the latest is followed.
    int shownPlace() const;
    void showPlace(int place);
    double centreOf(int place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void takeMoments();
    void announce();
    int placeAt(double x) const;
    double trackTop() const;

    Session& m_session;
    std::vector<std::int64_t> m_steps;
};

/// "step 240 of 2000, about 12 s after the start".
QString placeText(const Session& session, std::int64_t step);

}  // namespace attentarium
