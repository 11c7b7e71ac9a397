#include "ui/views/tokens/token_scroll.h"

#include <QScrollBar>

#include "ui/views/tokens/token_field.h"

namespace attentarium {

QScrollArea* scrolled(TokenField* field, QWidget* parent) {
    auto* const area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    area->setWidget(field);
    area->viewport()->setAutoFillBackground(false);
    field->setAutoFillBackground(false);
    QObject::connect(field, &TokenField::reached, area, [area](const QRect& place) {
        area->ensureVisible(place.center().x(), place.center().y(), place.width() / 2, place.height());
    });
    return area;
}

}  // namespace attentarium
