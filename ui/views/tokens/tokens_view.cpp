#include "ui/views/tokens/tokens_view.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/session/text_study.h"
#include "ui/views/tokens/compare_view.h"
#include "ui/views/tokens/corpus_view.h"
#include "ui/views/tokens/merge_bar.h"
#include "ui/views/tokens/merges_view.h"
#include "ui/views/tokens/text_choice.h"

namespace attentarium {

TokensView::TokensView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_study(session.textStudy()),
      m_choice(new TextChoice(session, this)),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_compare(new CompareView(session)),
      m_merges(new MergesView(session)),
      m_corpus(new CorpusView(session)),
      m_bar(new MergeBar(session, this)) {
    setFocusPolicy(Qt::ClickFocus);
    setAcceptDrops(true);
    m_tabs->setObjectName(QStringLiteral("tokenPages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (QWidget* const page : std::initializer_list<QWidget*>{m_compare, m_merges, m_corpus}) {
        m_tabs->addTab(QString());
        m_pages->addWidget(page);
    }
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_choice);
    auto* const tabs = new QHBoxLayout;
    tabs->setContentsMargins(12, 0, 12, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    column->addLayout(tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(m_bar);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_choice, &TextChoice::openAsked, this, &TokensView::openText);
    connect(m_merges, &MergesView::openAsked, this, &TokensView::openTokenizer);
    connect(m_merges, &MergesView::saveAsked, this, &TokensView::saveTokenizer);
    connect(&m_study, &TextStudy::readyToTrain, this, &TokensView::readyToTrain);
    retranslate();
}

TokensView::~TokensView() = default;

TokensView::Page TokensView::page() const {
    return static_cast<Page>(m_tabs->currentIndex());
}

void TokensView::showPage(Page page) {
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

WalkedSteps& TokensView::steps() {
    return *m_bar;
}

void TokensView::paint(QPainter& painter, const QRectF& target) {
    QWidget* const page = m_pages->currentWidget();
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / page->width(), target.height() / page->height());
    page->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.restore();
}

QSizeF TokensView::pictureSize() const {
    return m_pages->currentWidget()->size();
}

QString TokensView::csv() const {
    switch (page()) {
        case Page::Compare:
            return m_compare->csv();
        case Page::Merges:
            return m_merges->csv();
        case Page::Corpus:
            return m_corpus->csv();
    }
    return {};
}

bool TokensView::hasNumbers() const {
    return m_study.cuts() != nullptr;
}

void TokensView::openText() {
    const QString file = QFileDialog::getOpenFileName(window(), tr("Open a text"), m_folder);
    if (file.isEmpty()) return;
    m_folder = QFileInfo(file).path();
    m_study.studyFile(file);
}

void TokensView::openTokenizer() {
    const QString file =
        QFileDialog::getOpenFileName(window(), tr("Open a tokenizer"), m_folder, tr("Tokenizers (*.json merges.txt)"));
    if (file.isEmpty()) return;
    m_folder = QFileInfo(file).path();
    m_study.openTokenizer(file);
}

void TokensView::saveTokenizer() {
    const QString folder = QFileDialog::getSaveFileName(window(), tr("Save the tokenizer in a new folder"), m_folder);
    if (folder.isEmpty()) return;
    m_folder = QFileInfo(folder).path();
    m_study.saveTokenizer(folder);
}

void TokensView::retranslate() {
    setAccessibleName(tr("Tokens"));
    m_tabs->setAccessibleName(tr("What is shown of the text"));
    const QStringList titles{tr("Cut three ways"), tr("Byte pairs, merge by merge"), tr("What stands in the text")};
    for (int i = 0; i < 3; ++i) m_tabs->setTabText(i, titles[i]);
}

void TokensView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TokensView::showEvent(QShowEvent* event) {
    m_study.want(true);
    QWidget::showEvent(event);
}

void TokensView::hideEvent(QHideEvent* event) {
    m_study.want(false);
    QWidget::hideEvent(event);
}

void TokensView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_tabs->setFocus(event->reason());
}

void TokensView::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData& dragged = *event->mimeData();
    const bool isFile =
        dragged.hasUrls() && !dragged.urls().isEmpty() && QFileInfo(dragged.urls().first().toLocalFile()).isFile();
    if (isFile || (!dragged.hasUrls() && dragged.hasText())) event->acceptProposedAction();
}

void TokensView::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    const QMimeData& dragged = *event->mimeData();
    if (dragged.hasUrls()) {
        m_study.studyFile(dragged.urls().first().toLocalFile());
    } else {
        m_choice->field().setPlainText(QString());
        Q_EMIT m_choice->field().longTextPasted(dragged.text());
    }
}

}  // namespace attentarium
