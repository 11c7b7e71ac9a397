#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

// What the texts of the arithmetic are built of.
namespace attentarium {

/// The context of their translations.
struct Arithmetic {
    Q_DECLARE_TR_FUNCTIONS(Arithmetic)
};

inline QString tableRow(const QStringList& cells, bool strong = false) {
    QString html = QStringLiteral("<tr>");
    for (const QString& cell : cells) {
        html += QStringLiteral("<td align='right' style='padding-right:5px'>") +
                (strong ? QStringLiteral("<b>%1</b>").arg(cell) : cell) + QStringLiteral("</td>");
    }
    return html + QStringLiteral("</tr>");
}

inline QString tableOf(const QString& rows) {
    return QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(rows);
}

inline QString paragraph(const QString& text) {
    return QStringLiteral("<p style='margin-top:3px; margin-bottom:3px'>%1</p>").arg(text);
}

inline QString strong(const QString& text) {
    return QStringLiteral("<b>%1</b>").arg(text);
}

}  // namespace attentarium
