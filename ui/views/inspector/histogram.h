#pragma once

#include <QColor>
#include <QWidget>
#include <optional>
#include <span>
#include <vector>

namespace attentarium {

/// How many numbers of a tensor lie where: exact counts, equal bins from the least to the most.
class Histogram : public QWidget {
    Q_OBJECT

  public:
    explicit Histogram(QWidget* parent = nullptr);

    /// −∞ and other numbers that are not finite are left out. `marked` is outlined: where the chosen number lies.
    void show(std::span<const float> numbers, const QColor& colour, std::optional<double> marked);
    const std::vector<int>& counts() const { return m_counts; }

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int binAt(double number) const;
    double edge(int bin) const;
    void describe();

    std::vector<int> m_counts;
    double m_least = 0;
    double m_most = 0;
    int m_marked = -1;
    QColor m_colour;
};

}  // namespace attentarium
