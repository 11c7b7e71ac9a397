#include "ui/views/answering/answer_picture.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/session/answer_study.h"
#include "ui/session/session.h"

namespace attentarium {

AnswerPicture::AnswerPicture(Session& session, AnswerStudy& study, QWidget* parent)
    : QWidget(parent), m_session(session), m_study(study) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum);
    connect(&study, &AnswerStudy::stepChanged, this, [this] {
        update();
        const int step = m_study.step(), before = std::exchange(m_lastStep, step);
        if (!m_reading || step < 1 || step > static_cast<int>(m_steps.size()) || std::abs(step - before) != 1) return;
        // While one walks, the alignment that builds up stays in sight.
        const QRectF row = m_reading->looksBack() ? cellRect(step - 1, 0) : decoderRect(step - 1);
        Q_EMIT reached({static_cast<int>(decoderRect(step - 1).left()), static_cast<int>(row.top()),
                        static_cast<int>(decoderRect(step - 1).width()), static_cast<int>(row.height()) + 4});
    });
    connect(&session, &Session::selectionChanged, this, [this] { update(); });
}

void AnswerPicture::show(std::optional<AnswerReading> reading) {
    m_reading = std::move(reading);
    m_current = std::clamp(m_current, 0, std::max(0, itemCount() - 1));
    measure();
    updateGeometry();
    update();
}

int AnswerPicture::shownSteps() const {
    return m_reading ? std::min(m_study.step(), m_reading->steps()) : 0;
}

QString AnswerPicture::writtenAt(int step) const {
    const int id = m_reading->taken(step);
    return id < 0 ? QString() : m_session.wordOf(id);
}

void AnswerPicture::measure() {
    m_words.clear();
    m_steps.clear();
    if (!m_reading) return;
    const QFontMetricsF metrics(font());
    m_side = std::max({metrics.horizontalAdvance(tr("encoder")), metrics.horizontalAdvance(tr("decoder")),
                       metrics.horizontalAdvance(tr("writes"))}) +
             18;
    const double least = metrics.height() * 1.6, gap = 6;
    double left = m_side;
    for (const QString& word : m_reading->source) {
        const double width = std::max(least, metrics.horizontalAdvance(word) + 10);
        m_words.push_back({left, width});
        left += width + gap;
    }
    left = m_side;
    for (int step = 0; step < m_reading->steps(); ++step) {
        const double width = std::max({least, metrics.horizontalAdvance(m_reading->read[step]) + 10,
                                       metrics.horizontalAdvance(writtenAt(step)) + 10,
                                       metrics.horizontalAdvance(QStringLiteral("100 %")) + 4});
        m_steps.push_back({left, width});
        left += width + gap;
    }
}

double AnswerPicture::chip() const {
    return fontMetrics().height() * 1.4;
}

double AnswerPicture::stripHeight() const {
    return fontMetrics().height() * 2.5;
}

double AnswerPicture::encoderTop() const {
    return 6 + chip() + 4;
}

double AnswerPicture::decoderTop() const {
    return encoderTop() + stripHeight() + fontMetrics().height() * 2.0;
}

double AnswerPicture::matrixTop() const {
    return decoderTop() + stripHeight() + 3 * chip() + fontMetrics().height() * 3;
}

QRectF AnswerPicture::encoderRect(int word) const {
    const Place& place = m_words[static_cast<std::size_t>(word)];
    return {place.left, encoderTop(), place.width, stripHeight()};
}

QRectF AnswerPicture::startRect() const {
    const QRectF last = encoderRect(static_cast<int>(m_words.size()) - 1);
    return {last.right() + fontMetrics().height() * 1.6, last.top(), fontMetrics().height() * 2.0, last.height()};
}

QRectF AnswerPicture::decoderRect(int step) const {
    const Place& place = m_steps[static_cast<std::size_t>(step)];
    return {place.left, decoderTop(), place.width, stripHeight()};
}

QRectF AnswerPicture::cellRect(int step, int word) const {
    const double height = fontMetrics().height() * 1.3;
    const Place& place = m_words[static_cast<std::size_t>(word)];
    return {place.left - 3, matrixTop() + height * step, place.width + 6, height};
}

QSizeF AnswerPicture::wholeSize() const {
    if (!m_reading || m_words.empty() || m_steps.empty()) return {400, 240};
    const QFontMetricsF metrics(font());
    const double start = m_reading->startNumbers > 0
                             ? startRect().right() + metrics.horizontalAdvance(tr("%1 numbers").arg(8888)) + 20
                             : 0;
    const double right =
        std::max({m_words.back().left + m_words.back().width, m_steps.back().left + m_steps.back().width, start});
    const double bottom = m_reading->looksBack() ? cellRect(m_reading->steps(), 0).top() + 8
                                                 : decoderTop() + stripHeight() + 3 * chip() + 8;
    return {right + 12, bottom};
}

QSize AnswerPicture::sizeHint() const {
    const QSizeF whole = wholeSize();
    return {static_cast<int>(whole.width()), static_cast<int>(whole.height())};
}

int AnswerPicture::itemCount() const {
    return static_cast<int>(m_words.size() + m_steps.size());
}

QRect AnswerPicture::itemRect(int item) const {
    const auto words = static_cast<int>(m_words.size());
    return (item < words ? encoderRect(item) : decoderRect(item - words)).toAlignedRect();
}

bool AnswerPicture::isItemChosen(int item) const {
    const auto words = static_cast<int>(m_words.size());
    return item < words ? item == m_session.selection().sourceToken : item - words == m_study.step() - 1;
}

QString AnswerPicture::nameOfWord(int word) const {
    return tr("encoder, step %1: reads “%2”").arg(word + 1).arg(m_reading->source[word]);
}

QString AnswerPicture::nameOfStep(int step) const {
    QString name = tr("decoder, step %1: reads “%2”").arg(step + 1).arg(m_reading->read[step]);
    if (step >= shownSteps()) return name;
    const int id = m_reading->taken(step);
    name +=
        QStringLiteral(" · ") + tr("writes “%1” (%2)").arg(writtenAt(step), percent(m_reading->probability(step, id)));
    if (!m_reading->looksBack()) return name;
    const auto& weights = m_reading->weights[static_cast<std::size_t>(step)];
    const auto most = static_cast<int>(std::ranges::max_element(weights) - weights.begin());
    return name + QStringLiteral(" · ") +
           tr("looks most at “%1” (%2)")
               .arg(m_reading->source[most], percent(static_cast<double>(weights[static_cast<std::size_t>(most)])));
}

QString AnswerPicture::itemName(int item) const {
    const auto words = static_cast<int>(m_words.size());
    return item < words ? nameOfWord(item) : nameOfStep(item - words);
}

void AnswerPicture::pressItem(int item) {
    const auto words = static_cast<int>(m_words.size());
    if (item < 0 || item >= itemCount()) return;
    m_current = item;
    if (item < words) {
        m_session.selectSourceToken(item);
    } else {
        m_study.goToStep(item - words + 1);
    }
    update();
}

void AnswerPicture::moveTo(int item) {
    m_current = std::clamp(item, 0, std::max(0, itemCount() - 1));
    update();
    if (itemCount() == 0) return;
    Q_EMIT reached(itemRect(m_current));
    Q_EMIT told(itemName(m_current));
}

QString AnswerPicture::tellAt(const QPointF& place) const {
    if (!m_reading) return {};
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
        if (!encoderRect(word).adjusted(0, -chip(), 0, 0).contains(place)) continue;
        if (word >= static_cast<int>(m_reading->encoder.size()) || place.y() < encoderTop()) return nameOfWord(word);
        const auto& values = m_reading->encoder[static_cast<std::size_t>(word)];
        const QRectF rect = encoderRect(word);
        const auto unit = std::min(
            values.size() - 1,
            static_cast<std::size_t>((place.y() - rect.top()) / rect.height() * static_cast<double>(values.size())));
        return nameOfWord(word) + QStringLiteral(" · ") +
               tr("number %1 of its state: %2").arg(unit + 1).arg(fullNumber(static_cast<double>(values[unit])));
    }
    for (int step = 0; step < shownSteps(); ++step) {
        if (decoderRect(step).adjusted(0, 0, 0, 3 * chip()).contains(place)) return nameOfStep(step);
    }
    if (m_reading->looksBack()) {
        for (int step = 0; step < shownSteps(); ++step) {
            for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
                if (!cellRect(step, word).contains(place)) continue;
                const float weight = m_reading->weights[static_cast<std::size_t>(step)][static_cast<std::size_t>(word)];
                return tr("when it writes “%1” it looks at “%2” with weight %3")
                    .arg(writtenAt(step), m_reading->source[word], fullNumber(static_cast<double>(weight)));
            }
        }
    }
    if (m_reading->startNumbers > 0 && startRect().contains(place)) {
        return tr("all that the decoder starts from: %1 numbers").arg(m_reading->startNumbers);
    }
    return {};
}

void AnswerPicture::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_reading) return;
    for (int item = 0; item < itemCount(); ++item) {
        const bool isWord = item < static_cast<int>(m_words.size());
        const QRectF rect = QRectF(itemRect(item)).adjusted(0, isWord ? -chip() : 0, 0, isWord ? 0 : 3 * chip());
        if (rect.contains(event->position())) return pressItem(item);
    }
}

void AnswerPicture::mouseMoveEvent(QMouseEvent* event) {
    Q_EMIT told(tellAt(event->position()));
}

void AnswerPicture::leaveEvent(QEvent*) {
    Q_EMIT told({});
}

void AnswerPicture::keyPressEvent(QKeyEvent* event) {
    const auto words = static_cast<int>(m_words.size());
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(m_current - 1);
        case Qt::Key_Right:
            return moveTo(m_current + 1);
        case Qt::Key_Up:
            return moveTo(m_current >= words ? std::min(m_current - words, words - 1) : m_current);
        case Qt::Key_Down:
            return moveTo(m_current < words ? words + m_current : m_current);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return pressItem(m_current);
        default:
            QWidget::keyPressEvent(event);
    }
}

void AnswerPicture::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) moveTo(m_current);
    update();
}

void AnswerPicture::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void AnswerPicture::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        measure();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

bool AnswerPicture::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QString told = tellAt(help->pos());
        told.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), told, this);
        return true;
    }
    // Left and right walk through the picture while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (isPlain && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

}  // namespace attentarium
