#include "tests/ui/window/visible_texts.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QTabBar>

namespace attentarium::test {
namespace {

void addTexts(const QObject& object, QStringList& texts) {
    for (const char* property : {"text", "title", "windowTitle", "placeholderText", "toolTip", "accessibleName",
                                 "accessibleDescription", "statusTip"}) {
        const QString text = object.property(property).toString();
        if (!text.isEmpty()) texts.append(text);
    }
}

QString described(const QWidget& widget, const QString& text, const QSize& needed) {
    return QStringLiteral("%1 “%2” needs %3×%4 but has %5×%6")
        .arg(QString::fromLatin1(widget.metaObject()->className()), text)
        .arg(needed.width())
        .arg(needed.height())
        .arg(widget.width())
        .arg(widget.height());
}

void checkLabel(const QLabel& label, QStringList& clipped) {
    if (label.text().isEmpty() || label.inherits("attentarium::ElidedLabel")) return;
    const int height = label.wordWrap() ? label.heightForWidth(label.width()) : label.sizeHint().height();
    const int width = label.wordWrap() ? 0 : label.sizeHint().width();
    if (label.width() < width || label.height() < height) {
        clipped.append(described(label, label.text(), {width, height}));
    }
}

void checkTabs(const QTabBar& tabs, QStringList& clipped) {
    for (int i = 0; i < tabs.count(); ++i) {
        const int needed = tabs.fontMetrics().horizontalAdvance(tabs.tabText(i));
        if (tabs.tabRect(i).width() < needed || tabs.tabRect(i).right() > tabs.width()) {
            clipped.append(described(tabs, tabs.tabText(i), {needed, tabs.height()}));
        }
    }
}

void checkMenuBar(const QMenuBar& bar, QStringList& clipped) {
    for (const QAction* action : bar.actions()) {
        if (!bar.rect().contains(bar.actionGeometry(const_cast<QAction*>(action)))) {
            clipped.append(described(bar, action->text(), bar.sizeHint()));
        }
    }
}

}  // namespace

QStringList textsOf(const QWidget& widget) {
    QStringList texts;
    addTexts(widget, texts);
    for (const QObject* child : widget.findChildren<QObject*>()) {
        if (child->isWidgetType() || qobject_cast<const QAction*>(child)) addTexts(*child, texts);
        if (const auto* box = qobject_cast<const QComboBox*>(child)) {
            for (int i = 0; i < box->count(); ++i) texts.append(box->itemText(i));
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(child)) {
            for (int i = 0; i < tabs->count(); ++i) texts.append(tabs->tabText(i));
        }
    }
    return texts;
}

QStringList clippedTexts(const QWidget& widget) {
    QStringList clipped;
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        // What a tab or a scroll area hides is not cut off.
        if (!child->isVisible() || child->visibleRegion().isEmpty()) continue;
        if (const auto* label = qobject_cast<const QLabel*>(child)) checkLabel(*label, clipped);
        if (const auto* tabs = qobject_cast<const QTabBar*>(child)) checkTabs(*tabs, clipped);
        if (const auto* bar = qobject_cast<const QMenuBar*>(child)) checkMenuBar(*bar, clipped);
        if (const auto* field = qobject_cast<const QLineEdit*>(child); field && field->text().isEmpty()) {
            const int needed = field->fontMetrics().horizontalAdvance(field->placeholderText());
            const int room = field->width() - field->textMargins().left() - field->textMargins().right() - 4;
            if (room < needed) clipped.append(described(*field, field->placeholderText(), {needed, field->height()}));
        }
        const auto* button = qobject_cast<const QAbstractButton*>(child);
        const auto* box = qobject_cast<const QComboBox*>(child);
        const QString text = button ? button->text() : box ? box->currentText() : QString();
        if (text.isEmpty()) continue;
        const QSize needed = child->minimumSizeHint().expandedTo(button ? child->sizeHint() : QSize());
        if (child->width() < needed.width() || child->height() < child->fontMetrics().height()) {
            clipped.append(described(*child, text, needed));
        }
    }
    return clipped;
}

}  // namespace attentarium::test
