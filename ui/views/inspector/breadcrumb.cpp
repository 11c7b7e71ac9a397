#include "ui/views/inspector/breadcrumb.h"

#include <QBoxLayout>
#include <QCursor>
#include <QLabel>
#include <QPainterPath>
#include <QToolTip>
#include <cstdlib>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/flat_button.h"
#include "ui/views/inspector/trail.h"

namespace attentarium {
namespace {

// Longer trails leave out what lies between.
constexpr int kShown = 5;
constexpr int kLongest = 26;

QPainterPath arrow(double tip, double end) {
    QPainterPath path;
    path.moveTo(end, 4);
    path.lineTo(tip, 12);
    path.lineTo(end, 20);
    path.closeSubpath();
    return path;
}

}  // namespace

Breadcrumb::Breadcrumb(const Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_back(new FlatButton(this, FlatButton::Look::Plain)),
      m_forward(new FlatButton(this, FlatButton::Look::Plain)),
      m_crumbs(new QLabel(this)) {
    m_back->setSign(arrow(6, 16));
    m_forward->setSign(arrow(18, 8));
    m_back->setObjectName(QStringLiteral("back"));
    m_forward->setObjectName(QStringLiteral("forward"));
    m_crumbs->setObjectName(QStringLiteral("crumbs"));
    m_crumbs->setWordWrap(true);
    m_crumbs->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_crumbs->setTextFormat(Qt::RichText);
    m_crumbs->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_forward);
    buttons->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(buttons);
    column->addWidget(m_crumbs);
    connect(m_back, &FlatButton::clicked, this, [this] { Q_EMIT asked(m_at - 1); });
    connect(m_forward, &FlatButton::clicked, this, [this] { Q_EMIT asked(m_at + 1); });
    connect(m_crumbs, &QLabel::linkActivated, this, [this](const QString& link) { Q_EMIT asked(link.toInt()); });
    connect(m_crumbs, &QLabel::linkHovered, this, [this](const QString& link) {
        QToolTip::showText(QCursor::pos(), link.isEmpty() ? QString() : m_names.value(link.toInt()), this);
    });
}

QString Breadcrumb::fullName(const Trail& trail, int place) const {
    const NamedCell& cell = trail.cells()[static_cast<std::size_t>(place)];
    const auto there = found(*m_session.trace(), cell);
    return there ? nameOfCell(m_session, *there) : QString::fromStdString(cell.name);
}

QString Breadcrumb::shortName(int place) const {
    const QString name = m_names[place];
    return name.size() <= kLongest ? name : name.left(kLongest - 1).trimmed() + QStringLiteral("…");
}

void Breadcrumb::show(const Trail& trail) {
    const bool somewhere = m_session.trace() && (trail.canGoBack() || trail.canGoForward());
    setVisible(somewhere);
    m_names.clear();
    if (!somewhere) return;
    m_at = trail.at();
    const int count = static_cast<int>(trail.cells().size());
    for (int place = 0; place < count; ++place) m_names.append(fullName(trail, place));
    m_back->setText(tr("Back"));
    m_back->setVisible(trail.canGoBack());
    m_back->setAccessibleName(trail.canGoBack() ? tr("Back to %1").arg(m_names[m_at - 1]) : QString());
    m_back->setToolTip(m_back->accessibleName());
    m_forward->setText(tr("Forward"));
    m_forward->setVisible(trail.canGoForward());
    m_forward->setAccessibleName(trail.canGoForward() ? tr("Forward to %1").arg(m_names[m_at + 1]) : QString());
    m_forward->setToolTip(m_forward->accessibleName());
    // The first, the current one and its neighbours always stand there.
    QStringList crumbs;
    bool leftOut = false;
    for (int place = 0; place < count; ++place) {
        const bool stands = count <= kShown || place == 0 || place == count - 1 || std::abs(place - m_at) <= 1;
        if (!stands) {
            if (!std::exchange(leftOut, true)) crumbs.append(QStringLiteral("…"));
            continue;
        }
        leftOut = false;
        const QString name = shortName(place).toHtmlEscaped();
        const bool there = found(*m_session.trace(), trail.cells()[static_cast<std::size_t>(place)]).has_value();
        crumbs.append(place == m_at ? QStringLiteral("<b>%1</b>").arg(name)
                      : there       ? QStringLiteral("<a href='%1' style='color:%2'>%3</a>")
                                    .arg(QString::number(place), theme().accent.name(), name)
                              : name);
    }
    m_crumbs->clear();
    m_crumbs->setText(crumbs.join(QStringLiteral(" ‹ ")));
    //: a number, and behind it the numbers that it was computed from, one after the other
    m_crumbs->setAccessibleName(tr("The way to this number"));
}

}  // namespace attentarium
