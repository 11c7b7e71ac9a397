#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

#include "engine/runs/history.h"

namespace attentarium {

/// Where the numbers of each layer lie, measurement by measurement: a strip for each layer, whose columns have a
/// stronger colour where more numbers are. The arrow keys, or the pointer, read a layer at a step.
class Strips : public QWidget {
    Q_OBJECT

  public:
    enum class Numbers { Weights, Activations };

    explicit Strips(QWidget* parent = nullptr);

    void show(const History& history, Numbers numbers);
    int stripCount() const { return static_cast<int>(m_strips.size()); }
    /// "block 1, step 240: from −0.41 to 0.52, the middle half between about −0.05 and 0.06".
    QString readingAt(int strip, int column) const;
    /// Of the layer and the step that are read.
    QString reading() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void readingChanged();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Strip {
        QString name;
        std::vector<Distribution> columns;  ///< as `m_steps`
        double least = 0, most = 0;         ///< of all columns
        QImage image;
    };

    void drawImages();
    QRect areaOf(int strip) const;
    int columnAt(int x) const;
    void layOutColumns();
    void read(int strip, int column);

    std::vector<Strip> m_strips;
    std::vector<std::int64_t> m_steps;
    std::vector<double> m_lefts;  ///< where each column begins
    /// What is shown, so that nothing is drawn anew for the same.
    struct Source {
        const History* history = nullptr;
        std::size_t measured = 0;
        std::int64_t last = 0;
        bool operator==(const Source&) const = default;
    } m_source;
    int m_readStrip = 0;
    int m_readColumn = -1;  ///< −1: the last
};

/// Between which numbers the middle half of a distribution lies, as closely as its parts tell.
std::pair<double, double> middleHalf(const Distribution& distribution);

}  // namespace attentarium
