#include "ui/window/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

QPixmap drawn(const QByteArray& svg, int size) {
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QByteArray content(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QIcon icon(const QString& name) {
    const QByteArray svg = content(name);
    QIcon made;
    if (svg.isEmpty()) return made;
    const auto inColour = [&](const QColor& colour) {
        QByteArray coloured = svg;
        return coloured.replace("currentColor", colour.name().toLatin1());
    };
    for (const int size : {16, 24, 32, 48, 64}) {
        made.addPixmap(drawn(inColour(theme().ink), size), QIcon::Normal);
        made.addPixmap(drawn(inColour(theme().line), size), QIcon::Disabled);
    }
    return made;
}

QIcon programIcon() {
    const QByteArray svg = content(QStringLiteral("attentarium"));
    QIcon made;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) made.addPixmap(drawn(svg, size));
    return made;
}

}  // namespace attentarium
