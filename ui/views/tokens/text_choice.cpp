#include "ui/views/tokens/text_choice.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QVBoxLayout>

#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/text_study.h"
#include "ui/views/flat_button.h"
#include "ui/views/tokens/token_words.h"

namespace attentarium {
namespace {

/// Characters that a field of a few lines can hold without making anybody wait.
constexpr qsizetype kMostTyped = 20000;
/// In milliseconds: a text is cut when the typing rests.
constexpr int kTypingRest = 150;

constexpr int kSentence = 0, kOwn = 1;

}  // namespace

bool OwnTextField::canInsertFromMimeData(const QMimeData* pasted) const {
    // The workspace around it opens files.
    return !pasted->hasUrls() && pasted->hasText();
}

void OwnTextField::insertFromMimeData(const QMimeData* pasted) {
    const QString text = pasted->text();
    if (text.size() + toPlainText().size() > kMostTyped) {
        Q_EMIT longTextPasted(text);
        return;
    }
    insertPlainText(text);
}

TextChoice::TextChoice(Session& session, QWidget* parent)
    : QWidget(parent),
      m_study(session.textStudy()),
      m_name(new QLabel(this)),
      m_sources(new QComboBox(this)),
      m_open(new FlatButton(this)),
      m_field(new OwnTextField(this)),
      m_pasted(new QLabel(this)),
      m_trouble(new QWidget(this)),
      m_problem(new QLabel(m_trouble)),
      m_convert(new FlatButton(m_trouble)),
      m_dismiss(new FlatButton(m_trouble)) {
    m_sources->setObjectName(QStringLiteral("sources"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_name->setBuddy(m_sources);
    m_open->setObjectName(QStringLiteral("openText"));
    m_field->setObjectName(QStringLiteral("ownText"));
    m_field->setTabChangesFocus(true);
    m_field->setFixedHeight(fontMetrics().lineSpacing() * 2 + 14);
    m_pasted->setWordWrap(true);
    m_pasted->hide();
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("fileProblem"));
    m_convert->setObjectName(QStringLiteral("convert"));
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    auto* const trouble = new QHBoxLayout(m_trouble);
    trouble->setContentsMargins(0, 0, 0, 0);
    trouble->addWidget(m_problem, 1);
    trouble->addWidget(m_convert);
    trouble->addWidget(m_dismiss);
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addWidget(m_sources);
    row->addWidget(m_open);
    row->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_field);
    column->addWidget(m_pasted);
    column->addWidget(m_trouble);
    m_typed.setSingleShot(true);
    m_typed.setInterval(kTypingRest);
    connect(&m_typed, &QTimer::timeout, this, [this] { m_study.studyOwn(m_field->toPlainText()); });
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] { m_typed.start(); });
    connect(m_field, &OwnTextField::longTextPasted, this, &TextChoice::useOwn);
    connect(m_sources, &QComboBox::activated, this, &TextChoice::choose);
    connect(m_open, &FlatButton::clicked, this, &TextChoice::openAsked);
    connect(m_convert, &FlatButton::clicked, this, [this] {
        if (const auto problem = m_study.problem()) m_study.studyFile(problem->file, problem->encoding);
    });
    connect(m_dismiss, &FlatButton::clicked, this, [this] {
        m_study.forgetProblem();
        m_sources->setFocus();
    });
    connect(&m_study, &TextStudy::originChanged, this, &TextChoice::showOrigin);
    connect(&m_study, &TextStudy::refused, this, &TextChoice::showProblem);
    retranslate();
}

QString TextChoice::problem() const {
    return m_trouble->isHidden() ? QString() : m_problem->text();
}

/// A long text is used without being shown here.
void TextChoice::useOwn(const QString& text) {
    m_typed.stop();
    m_study.studyOwn(text);
    m_pasted->setText(tr("A pasted text with %1 characters").arg(grouped(text.size())));
    m_pasted->show();
    const QSignalBlocker quiet(m_field);
    m_field->clear();
}

void TextChoice::fill() {
    m_sources->clear();
    m_sources->addItem(tr("the sentence above"));
    m_sources->addItem(tr("your own text"));
    const QDir folder(resourceFolder(QStringLiteral("corpora")));
    for (const QString& file : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        m_sources->addItem(bundledTitle(QFileInfo(file).completeBaseName()), folder.filePath(file));
    }
    showOrigin();
}

void TextChoice::choose(int index) {
    if (index == kSentence) return m_study.studySentence();
    if (index != kOwn) return m_study.studyFile(m_sources->itemData(index).toString());
    m_study.studyOwn(m_field->toPlainText());
    // The list gives the focus back to itself when it closes.
    QMetaObject::invokeMethod(
        m_field, [field = m_field] { field->setFocus(); }, Qt::QueuedConnection);
}

void TextChoice::showOrigin() {
    const TextOrigin origin = m_study.origin();
    m_field->setVisible(origin == TextOrigin::Own);
    if (origin != TextOrigin::Own || !m_field->toPlainText().isEmpty()) m_pasted->hide();
    int index = origin == TextOrigin::Sentence ? kSentence : kOwn;
    if (origin == TextOrigin::File) {
        index = m_sources->findData(m_study.file());
        if (index < 0) {
            m_sources->addItem(QFileInfo(m_study.file()).fileName(), m_study.file());
            index = m_sources->count() - 1;
        }
    }
    m_sources->setCurrentIndex(index);
}

void TextChoice::showProblem() {
    const auto& problem = m_study.problem();
    m_trouble->setVisible(problem.has_value());
    showOrigin();
    if (!problem) return;
    m_problem->setText(sentenceFor(*problem));
    const bool canConvert = problem->kind == TextFileProblem::Kind::OtherEncoding;
    m_convert->setVisible(canConvert);
    m_convert->setText(tr("Read it as %1").arg(nameOf(problem->encoding)));
    m_convert->setAccessibleName(m_convert->text());
    m_convert->updateGeometry();
}

void TextChoice::retranslate() {
    m_name->setText(tr("Text"));
    m_sources->setAccessibleName(tr("The text that is cut"));
    m_open->setText(tr("Open a text…"));
    m_open->setToolTip(tr("A plain text file; one can also be dropped here"));
    m_open->setAccessibleName(m_open->text());
    m_field->setPlaceholderText(tr("Type or paste a text"));
    m_field->setAccessibleName(tr("Own text"));
    m_dismiss->setText(tr("Close"));
    m_dismiss->setAccessibleName(tr("Close this message"));
    m_open->updateGeometry();
    m_dismiss->updateGeometry();
    fill();
    showProblem();
}

void TextChoice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
