#include "ui/views/inspector/difference_line.h"

#include "ui/explain/numbers.h"
#include "ui/session/changed_cell.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/change_words.h"

namespace attentarium {

DifferenceLine::DifferenceLine(const Session& session, QWidget* parent) : QLabel(parent), m_session(session) {
    setObjectName(QStringLiteral("difference"));
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void DifferenceLine::show(const Cell& cell) {
    const Trace& trace = *m_session.trace();
    const auto at = static_cast<std::size_t>(cell.index);
    const auto line = [](const QString& text) { return QStringLiteral("<p style='margin:2px 0'>%1</p>").arg(text); };
    QString html;
    const auto numbers = comparedNumbers(m_session.reference().get(), trace, cell.node, cell.quantity);
    if (!numbers.empty()) {
        const auto before = static_cast<double>(numbers[at]);
        const double now = numberIn(trace, cell);
        const NumberChange change = numberChange(before, now);
        html = line(tr("before %1 · now %2 · change <b>%3</b>").arg(change.before, change.after, change.difference));
        //: %1: which run a number is compared with, such as "without the changes"
        html += line(tr("compared with: %1").arg(referenceWords(m_session).toHtmlEscaped()));
    }
    const int place = m_session.placeOfChange(setCell(trace, cell.node, cell.index, 0));
    if (cell.quantity == Quantity::Value && place >= 0) {
        const auto own = comparedNumbers(m_session.plainRun().get(), trace, cell.node, Quantity::Value);
        html += line(own.empty() ? tr("This number was set by hand.")
                                 : tr("This number was set by hand. By itself it would be %1.")
                                       .arg(shortNumber(static_cast<double>(own[at]))));
    }
    setText(html);
    setVisible(!html.isEmpty());
}

}  // namespace attentarium
