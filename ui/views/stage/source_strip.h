#pragma once

#include <QScrollArea>
#include <vector>

#include "engine/tape/explanation.h"

namespace attentarium {

class StageScene;

/// Below printed cells: what the one in question was made of, number beside number.
class SourceCells : public QWidget {
    Q_OBJECT

  public:
    explicit SourceCells(const StageScene& scene, QWidget* parent = nullptr);

    /// Takes over the reasons of the scene.
    void adopt();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    /// One line of numbers: the factors on one side of a sum, or the products.
    struct Line {
        QString title;
        std::vector<double> numbers;
        double limit = 0;
        bool isResult = false;
    };

    qreal cellWidth() const;
    qreal cellHeight() const;
    qreal titleWidth() const;

    const StageScene& m_scene;
    std::vector<Line> m_lines;
    QString m_sum;
};

/// The same in as much width as there is.
class SourceStrip : public QScrollArea {
    Q_OBJECT

  public:
    explicit SourceStrip(const StageScene& scene, QWidget* parent = nullptr);

    void adopt();

  private:
    SourceCells* m_cells;
};

}  // namespace attentarium
