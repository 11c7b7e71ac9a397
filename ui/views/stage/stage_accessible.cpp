#include "ui/views/stage/stage_accessible.h"

#include <QAccessibleWidget>
#include <algorithm>

#include "ui/views/stage/matrix_accessible.h"
#include "ui/views/stage/stage_picture.h"

namespace attentarium {
namespace {

/// A box, a card, a head or a list of bars: a name, and a press.
class StageItemAccessible : public QAccessibleObject, public QAccessibleActionInterface {
  public:
    explicit StageItemAccessible(QGraphicsObject& item) : QAccessibleObject(&item) {}

    QAccessibleInterface* parent() const override {
        const QGraphicsScene* scene = item().scene();
        return scene && !scene->views().isEmpty() ? QAccessible::queryAccessibleInterface(scene->views().constFirst())
                                                  : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return bars() ? QAccessible::List : QAccessible::Button; }
    QRect rect() const override { return screenRect(item(), item().boundingRect()); }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.focused = item().hasFocus();
        const auto* box = qobject_cast<const BoxItem*>(object());
        const auto* head = qobject_cast<const HeadItem*>(object());
        const auto* card = qobject_cast<const CardItem*>(object());
        const bool current = card && card->content().presence == Presence::Current;
        state.selected = (box && box->isOpen()) || (head && head->isChosen()) || current;
        return state;
    }
    QString text(QAccessible::Text kind) const override {
        if (const auto* box = qobject_cast<const BoxItem*>(object())) {
            return kind == QAccessible::Name ? (box->toolTip().isEmpty() ? box->text() : box->toolTip()) : QString();
        }
        if (const auto* head = qobject_cast<const HeadItem*>(object())) {
            return kind == QAccessible::Name ? head->text() : QString();
        }
        if (const auto* card = qobject_cast<const CardItem*>(object())) {
            return kind == QAccessible::Name ? card->content().name : QString();
        }
        if (kind == QAccessible::Name) return bars()->content().title;
        if (kind != QAccessible::Description && kind != QAccessible::Value) return {};
        QStringList all;
        for (const Bar& bar : bars()->content().bars) all.append(bar.label + QLatin1Char(' ') + bar.text);
        return all.join(QStringLiteral(", "));
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return bars() ? QStringList() : QStringList{pressAction()}; }
    void doAction(const QString& name) override {
        if (name != pressAction()) return;
        if (auto* box = qobject_cast<BoxItem*>(object())) Q_EMIT box->activated();
        if (auto* head = qobject_cast<HeadItem*>(object())) Q_EMIT head->activated();
        if (auto* card = qobject_cast<CardItem*>(object())) Q_EMIT card->activated();
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

  private:
    QGraphicsObject& item() const { return *static_cast<QGraphicsObject*>(object()); }
    const BarsItem* bars() const { return qobject_cast<const BarsItem*>(object()); }
};

/// The view: its children are what stands on the stage, in reading order.
class StagePictureAccessible : public QAccessibleWidget {
  public:
    explicit StagePictureAccessible(StagePicture& picture) : QAccessibleWidget(&picture, QAccessible::Canvas) {}

    int childCount() const override { return static_cast<int>(items().size()); }
    QAccessibleInterface* child(int index) const override {
        const auto all = items();
        if (index < 0 || index >= static_cast<int>(all.size())) return nullptr;
        return QAccessible::queryAccessibleInterface(all[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto all = items();
        const auto found =
            std::ranges::find(all, child->object(), [](QGraphicsObject* item) -> QObject* { return item; });
        return found == all.end() ? -1 : static_cast<int>(found - all.begin());
    }
    QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Description && scene()->hasTrace()) return scene()->breadcrumb();
        return QAccessibleWidget::text(kind);
    }

  private:
    StageScene* scene() const { return static_cast<StageScene*>(static_cast<QGraphicsView*>(widget())->scene()); }
    std::vector<QGraphicsObject*> items() const { return scene()->focusOrder(); }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    if (auto* matrix = qobject_cast<MatrixItem*>(object)) return new MatrixAccessible(*matrix);
    if (auto* picture = qobject_cast<StagePicture*>(object)) return new StagePictureAccessible(*picture);
    if (qobject_cast<BoxItem*>(object) || qobject_cast<HeadItem*>(object) || qobject_cast<BarsItem*>(object) ||
        qobject_cast<CardItem*>(object)) {
        return new StageItemAccessible(*static_cast<QGraphicsObject*>(object));
    }
    return nullptr;
}

}  // namespace

void installStageAccessibility() {
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed);
}

}  // namespace attentarium
