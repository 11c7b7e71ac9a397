#include "ui/views/stage/stage_header.h"

#include <QBoxLayout>

#include "ui/views/elided_label.h"
#include "ui/views/stage/segment_row.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {

StageHeader::StageHeader(StageScene& scene, QWidget* parent)
    : QWidget(parent),
      m_scene(scene),
      m_lines(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_place(new ElidedLabel(this)),
      m_levels(new SegmentRow(static_cast<int>(kStageLevels.size()), this)),
      m_shown(new SegmentRow(static_cast<int>(kShown.size()), this)) {
    m_lines->setContentsMargins(14, 3, 8, 1);
    m_lines->setSpacing(10);
    auto* choices = new QWidget(this);
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_levels);
    row->addWidget(m_shown);
    m_lines->addWidget(m_place, 1);
    m_lines->addWidget(choices, 0, Qt::AlignRight);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_place->setFont(bold);
    connect(m_levels, &SegmentRow::chosen, this,
            [this](int level) { m_scene.setLevel(static_cast<StageLevel>(level)); });
    connect(m_shown, &SegmentRow::chosen, this, [this](int shown) { m_scene.setShown(static_cast<Shown>(shown)); });
    retranslate();
}

void StageHeader::retranslate() {
    //: How close the stage looks: at the whole model, one block, one operation, single cells.
    m_levels->setTexts({tr("Model"), tr("Block"), tr("Operation"), tr("Cells")},
                       {tr("Every part of the model as a card"), tr("One part with all its tensors"),
                        tr("The operation of this step, large"), tr("The tensor of this step, each number printed")});
    m_levels->setAccessibleName(tr("How close the stage looks"));
    //: Which quantity the figures show; "auto": values, and gradients once the backward pass has come by.
    m_shown->setTexts({tr("Auto"), tr("Value"), tr("Gradient"), tr("Both")},
                      {tr("Values, and gradients once the backward pass has come by"), tr("Values only"),
                       tr("Gradients only"), tr("Values above and gradients below in each cell")});
    m_shown->setAccessibleName(tr("What the figures show"));
    adopt();
}

void StageHeader::adopt() {
    m_place->setText(m_scene.breadcrumb());
    m_levels->setChosen(static_cast<int>(m_scene.level()));
    m_shown->setChosen(static_cast<int>(m_scene.shown()));
}

void StageHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Where there is no room beside each other, the choices stand below the place.
    const int choices = m_levels->sizeHint().width() + m_shown->sizeHint().width() + 14;
    const bool narrow = width() < choices + fontMetrics().averageCharWidth() * 16;
    m_lines->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_lines->setSpacing(narrow ? 0 : 10);
}

}  // namespace attentarium
