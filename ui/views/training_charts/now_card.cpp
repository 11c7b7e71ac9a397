#include "ui/views/training_charts/now_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "engine/trace/attention_layers.h"
#include "ui/explain/theme.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

constexpr int kMostPixels = 256;

}  // namespace

NowCard::NowCard(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setFocusPolicy(Qt::StrongFocus);
    connect(&session, &Session::traceChanged, this, &NowCard::take);
    connect(&session, &Session::selectionChanged, this, &NowCard::take);
    connect(&session, &Session::modelChanged, this, [this] { m_layer = -1; });
    take();
}

QSize NowCard::sizeHint() const {
    return {fontMetrics().height() * 14, fontMetrics().height() * 18};
}

QSize NowCard::minimumSizeHint() const {
    return {fontMetrics().height() * 10, fontMetrics().height() * 8};
}

void NowCard::take() {
    if (!isVisible()) return;
    m_now = nowPictures(m_session, m_layer);
    m_images.clear();
    QStringList read{m_now.about};
    for (const NowPicture& picture : m_now.pictures) {
        m_images.push_back(matrixImage(picture.numbers, kMostPixels));
        read.append(picture.title + QStringLiteral(": ") + picture.reading);
    }
    setAccessibleName(tr("What it does now"));
    setAccessibleDescription(read.join(QStringLiteral(". ")));
    setToolTip(accessibleDescription());
    update();
}

void NowCard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    take();
}

void NowCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme().accent : theme().line, hasFocus() ? 2 : 1));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const int line = fontMetrics().height(), pad = line / 2;
    QRect inside = rect().adjusted(pad, pad, -pad, -pad);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme().ink);
    painter.drawText(inside, Qt::AlignTop | Qt::AlignLeft, tr("What it does now"));
    inside.setTop(inside.top() + line + 2);
    painter.setFont(font());
    painter.setPen(theme().mutedInk);
    QRect about;
    painter.drawText(inside, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, m_now.about, &about);
    inside.setTop(about.bottom() + line / 2);
    const auto count = static_cast<int>(m_now.pictures.size());
    for (int i = 0; i < count; ++i) {
        const int top = inside.top() + inside.height() * i / count;
        const int bottom = inside.top() + inside.height() * (i + 1) / count;
        paintPicture(painter, m_now.pictures[static_cast<std::size_t>(i)], m_images[static_cast<std::size_t>(i)],
                     QRect(inside.left(), top, inside.width(), bottom - top));
    }
}

void NowCard::paintPicture(QPainter& painter, const NowPicture& picture, const QImage& image, const QRect& area) const {
    const int line = fontMetrics().height();
    painter.setPen(theme().ink);
    painter.drawText(QRect(area.left(), area.top(), area.width(), line), Qt::AlignLeft,
                     fontMetrics().elidedText(picture.title, Qt::ElideMiddle, area.width()));
    QRect reading;
    painter.setPen(theme().mutedInk);
    const QRect room(area.left(), area.top() + line, area.width(), area.height() - line);
    reading = painter.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, picture.reading);
    reading.moveBottom(area.bottom());
    if (reading.height() > area.height() / 2) reading.setTop(area.bottom());
    QRect body(area.left(), area.top() + line + 2, area.width(), reading.top() - area.top() - line - 6);
    if (image.isNull() || body.height() < 8) return;
    const int rows = picture.numbers.rowCount();
    const bool named = body.height() / std::max(1, rows) >= line * 4 / 5 && !picture.rowWords.isEmpty();
    if (named) {
        int widest = 0;
        for (const QString& word : picture.rowWords) widest = std::max(widest, fontMetrics().horizontalAdvance(word));
        body.setLeft(body.left() + std::min(widest + line / 3, area.width() / 3));
    }
    // Heads are square, so that the diagonal is one.
    if (!picture.columnWords.isEmpty()) {
        const int side =
            std::min(body.width() / std::max(1, picture.numbers.columns), body.height() / std::max(1, rows));
        if (side > 0) body.setSize({side * picture.numbers.columns, side * rows});
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(body, image);
    painter.setPen(theme().line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(body);
    const int token = std::clamp(m_session.selection().token, 0, std::max(0, rows - 1));
    const auto topOf = [&](int row) { return body.top() + body.height() * row / std::max(1, rows); };
    painter.setPen(QPen(theme().ink, 1.5));
    painter.drawRect(QRect(body.left(), topOf(token), body.width(), topOf(token + 1) - topOf(token)));
    for (int row = 0; named && row < rows; ++row) {
        painter.setPen(row == token ? theme().ink : theme().mutedInk);
        const QRect word(area.left(), topOf(row), body.left() - area.left() - line / 4, topOf(row + 1) - topOf(row));
        painter.drawText(word, Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(picture.rowWords.value(row), Qt::ElideRight, word.width()));
    }
    painter.setPen(theme().mutedInk);
    painter.drawText(area, Qt::AlignBottom | Qt::AlignLeft | Qt::TextWordWrap,
                     reading.height() > 1 ? picture.reading : QString());
}

void NowCard::keyPressEvent(QKeyEvent* event) {
    const Trace* const trace = m_session.trace().get();
    const auto layers = trace ? attentionLayersOf(*trace) : std::vector<AttentionLayer>();
    if (layers.empty()) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(layers.size()) - 1;
    const int layer = m_layer < 0 ? last : std::min(m_layer, last);
    const int heads = layers[static_cast<std::size_t>(layer)].heads;
    switch (event->key()) {
        case Qt::Key_Left:
            m_session.selectHead(std::max(0, m_session.selection().head - 1));
            return;
        case Qt::Key_Right:
            m_session.selectHead(std::min(heads - 1, m_session.selection().head + 1));
            return;
        case Qt::Key_Up:
            m_layer = std::min(last, layer + 1);
            return take();
        case Qt::Key_Down:
            m_layer = std::max(0, layer - 1);
            return take();
        default:
            QWidget::keyPressEvent(event);
    }
}

bool NowCard::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void NowCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) take();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
