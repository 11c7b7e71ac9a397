#include "ui/views/outline/outline_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "engine/tape/scope_names.h"
#include "ui/explain/scope_words.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/models/outline_model.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

/// The current step is bold on a soft ground; what is learned is slanted. The size stands at the right where the name
/// leaves room for it.
class OutlineDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem styled = option;
        initStyleOption(&styled, index);
        const QString size = index.siblingAtColumn(OutlineModel::Size).data().toString();
        const QFontMetrics metrics(styled.font);
        const int gap = metrics.height() / 2;
        const QRect room = option.rect.adjusted(metrics.horizontalAdvance(styled.text) + 2 * gap, 0, -gap, 0);
        if (size.isEmpty() || metrics.horizontalAdvance(size) > room.width()) return;
        painter->save();
        painter->setFont(option.font);
        painter->setPen(theme().mutedInk);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, size);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + option.fontMetrics.averageCharWidth(), option.fontMetrics.height() * 3 / 2};
    }

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setItalic(index.data(OutlineModel::ParameterRole).toBool());
        if (index.data(OutlineModel::CurrentRole).toBool()) {
            option->font.setBold(true);
            option->backgroundBrush = theme().accentSoft;
        }
        // Chosen by the keys: the frame says so, and the size beside it stays readable.
        if (option->state & QStyle::State_Selected) {
            option->state &= ~QStyle::State_Selected;
            option->backgroundBrush = theme().accentSoft;
        }
    }
};

QStringList partsAround(const Trace& trace, Var node) {
    return placeOf(trace, node).split(QStringLiteral(" › "), Qt::SkipEmptyParts);
}

}  // namespace

OutlineView::OutlineView(Session& session, QWidget* parent) : QTreeView(parent), m_session(session) {
    // A time step is easier to find by its word.
    const auto wordOfTime = [this](const Trace& trace, const QString& part, Var first) {
        const auto time = trace.timeOf(first);
        if (!time || part != scopeTitle({std::string(kTimeScope), *time})) return QString();
        const SentenceWords words(m_session.tracedWords(), m_session.tracedSource());
        return QStringLiteral(": ") + words.along(trace, first, Axis::Token).value(*time);
    };
    const auto title = [](const Trace& trace, Var node) { return titleOf(trace, node); };
    m_model = new OutlineModel({title, partsAround, wordOfTime}, this);
    setModel(m_model);
    setItemDelegate(new OutlineDelegate(this));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    header()->setStretchLastSection(false);
    setColumnHidden(OutlineModel::Size, true);
    connect(this, &QTreeView::clicked, this, &OutlineView::choose);
    connect(&session, &Session::traceChanged, this, &OutlineView::showTrace);
    connect(&session, &Session::stepChanged, this, &OutlineView::showStep);
    retranslate();
    showTrace();
}

QSize OutlineView::sizeHint() const {
    return {fontMetrics().height() * 15, fontMetrics().height() * 24};
}

void OutlineView::retranslate() {
    setAccessibleName(tr("Outline of the model"));
}

void OutlineView::fitColumns() {
    setIndentation(fontMetrics().height() * 4 / 5);
    header()->setSectionResizeMode(OutlineModel::Title, QHeaderView::Stretch);
}

void OutlineView::showTrace() {
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->setTrace(m_session.trace());
    fitColumns();
    // The first block shows what a block is made of; the others are alike.
    for (int row = 0; wasEmpty && row < m_model->rowCount(); ++row) {
        if (m_model->rowCount(m_model->index(row, 0)) == 0) continue;
        expand(m_model->index(row, 0));
        break;
    }
    showStep();
}

void OutlineView::showStep() {
    const Step* const step = m_session.currentStep();
    m_model->setCurrent(step ? step->node : Var{});
    const QModelIndex index = step ? m_model->indexOf(step->node) : QModelIndex();
    if (index.isValid()) scrollTo(index);
}

void OutlineView::choose(const QModelIndex& index) {
    const Var node{index.siblingAtColumn(OutlineModel::Title).data(OutlineModel::NodeRole).toInt()};
    if (!node || !m_session.trace()) {
        if (index.isValid()) setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
        return;
    }
    const QString name = QString::fromStdString(m_session.trace()->name(node));
    const Phase phase = m_session.currentStep()->phase;
    // A parameter has no step on the way forward, and a value none in the update: the picture stays where it is.
    const bool found = m_session.goToStep(phase, name) ||
                       (phase != Phase::Backward &&
                        (m_session.goToStep(Phase::Forward, name) || m_session.goToStep(Phase::Loss, name)));
    const bool asGradient = found && phase == Phase::Backward;
    m_session.selectNode(node, asGradient ? Quantity::Gradient : Quantity::Value);
}

void OutlineView::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    if (m_model->rowCount() > 0) return;
    QPainter painter(viewport());
    painter.setPen(theme().mutedInk);
    painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                     tr("No sentence has run yet"));
}

bool OutlineView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Up:
            case Qt::Key_Down:
            case Qt::Key_Home:
            case Qt::Key_End:
                event->accept();
                return true;
            default:
                break;
        }
    }
    return QTreeView::event(event);
}

void OutlineView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void OutlineView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->rename();
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->rowCount(m_model->index(row, 0)) > 0) {
                expand(m_model->index(row, 0));
                break;
            }
        }
        showStep();
    }
    if (event->type() == QEvent::FontChange) {
        fitColumns();
        scheduleDelayedItemsLayout();
    }
    QTreeView::changeEvent(event);
}

}  // namespace attentarium
