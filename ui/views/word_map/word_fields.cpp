#include "ui/views/word_map/word_fields.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

#include "ui/explain/bundled_titles.h"
#include "ui/session/word_map_study.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"

namespace attentarium {
namespace {

QHBoxLayout* rowIn(QWidget* group) {
    auto* const row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    // So that what stands in one row stands on one line.
    group->setMinimumHeight(group->fontMetrics().height() + 14);
    return row;
}

}  // namespace

WordFields::WordFields(WordMapStudy& study, QWidget* parent) : QWidget(parent), m_study(study) {
    auto* const flow = new FlowLayout(this, 8);
    auto* const search = new QWidget(this);
    flow->addWidget(search);
    rowIn(search)->addWidget(m_search = new QLineEdit(search));
    auto* const analogy = new QWidget(this);
    flow->addWidget(analogy);
    auto* row = rowIn(analogy);
    row->addWidget(m_analogyName = new QLabel(analogy));
    for (int i = 0; i < 3; ++i) {
        if (i > 0) row->addWidget(m_signs[i - 1] = new QLabel(analogy));
        row->addWidget(m_words[i] = new QLineEdit(analogy));
        m_words[i]->setObjectName(QStringLiteral("analogy%1").arg(i));
        connect(m_words[i], &QLineEdit::returnPressed, this, &WordFields::analogyAsked);
    }
    row->addWidget(m_signs[2] = new QLabel(analogy));
    row->addWidget(m_solve = new FlatButton(analogy));
    auto* const beside = new QWidget(this);
    flow->addWidget(beside);
    row = rowIn(beside);
    row->addWidget(m_besideName = new QLabel(beside));
    row->addWidget(m_models = new QComboBox(beside));
    row->addWidget(m_forms = new QComboBox(beside));
    m_search->setObjectName(QStringLiteral("searchWord"));
    m_search->setClearButtonEnabled(true);
    m_solve->setObjectName(QStringLiteral("solveAnalogy"));
    m_models->setObjectName(QStringLiteral("besideModel"));
    m_forms->setObjectName(QStringLiteral("besideForm"));
    m_besideName->setBuddy(m_models);
    // One long name is no reason to make the map lower.
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setMinimumContentsLength(9);
    m_forms->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_forms->hide();
    connect(m_search, &QLineEdit::textEdited, this, [this] { Q_EMIT searched(true); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { Q_EMIT searched(false); });
    connect(m_solve, &FlatButton::clicked, this, &WordFields::analogyAsked);
    connect(m_models, &QComboBox::activated, this, &WordFields::chooseModel);
    connect(m_forms, &QComboBox::activated, this, &WordFields::formChanged);
    connect(&m_study, &WordMapStudy::besideChanged, this, &WordFields::fillModels);
    retranslate();
}

QString WordFields::sought() const {
    return m_search->text();
}

void WordFields::setSought(const QString& word) {
    m_search->setText(word);
}

std::array<QString, 3> WordFields::analogy() const {
    return {m_words[0]->text(), m_words[1]->text(), m_words[2]->text()};
}

void WordFields::setAnalogy(const std::array<QString, 3>& words) {
    for (int i = 0; i < 3; ++i) m_words[i]->setText(words[static_cast<std::size_t>(i)]);
}

void WordFields::suggest(const WordCloud& cloud) {
    if (analogy() != m_suggested) return;
    static const std::array<QString, 3> kExamples[] = {
        {QStringLiteral("his"), QStringLiteral("he"), QStringLiteral("she")},
        {QStringLiteral("她的"), QStringLiteral("她"), QStringLiteral("他")},
    };
    m_suggested = {};
    for (const auto& example : kExamples) {
        if (std::ranges::all_of(example, [&](const QString& word) { return cloud.find(word).has_value(); })) {
            m_suggested = example;
            break;
        }
    }
    setAnalogy(m_suggested);
}

bool WordFields::isOtherAsArrows() const {
    return m_forms->currentIndex() == 0;
}

void WordFields::fillModels() {
    m_models->clear();
    m_models->addItem(tr("nothing"), QString());
    for (const TitledFolder& one : bundledFolders()) m_models->addItem(one.title, one.folder);
    const QString& open = m_study.besideFolder();
    if (!open.isEmpty() && m_models->findData(open) < 0) m_models->addItem(QFileInfo(open).fileName(), open);
    m_models->addItem(tr("a folder…"));
    m_models->setCurrentIndex(m_models->findData(open));
    int widest = 0;
    for (int i = 0; i < m_models->count(); ++i) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(m_models->itemText(i)));
    }
    m_models->view()->setMinimumWidth(widest + 40);
    m_forms->setVisible(!open.isEmpty());
}

void WordFields::chooseModel(int index) {
    if (index < m_models->count() - 1) return m_study.openBeside(m_models->itemData(index).toString());
    const QString folder = QFileDialog::getExistingDirectory(window(), tr("Open a second model"));
    if (!folder.isEmpty()) return m_study.openBeside(folder);
    fillModels();
}

void WordFields::retranslate() {
    m_search->setPlaceholderText(tr("Find a word"));
    m_search->setAccessibleName(tr("Find a word on the map"));
    m_search->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("MMMMMMMM")) + 30);
    m_analogyName->setText(tr("Analogy"));
    const QString signs[3] = {QStringLiteral("−"), QStringLiteral("+"), QStringLiteral("= ?")};
    const QString names[3] = {tr("Analogy: from this word"), tr("Analogy: take away this word"),
                              tr("Analogy: add this word")};
    for (int i = 0; i < 3; ++i) {
        m_signs[i]->setText(signs[i]);
        m_words[i]->setAccessibleName(names[i]);
        m_words[i]->setToolTip(tr("%1; Enter answers").arg(names[i]));
        m_words[i]->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("MMMMM")) + 14);
    }
    m_solve->setText(tr("Answer"));
    m_solve->setAccessibleName(tr("Answer the analogy"));
    m_solve->updateGeometry();
    m_besideName->setText(tr("beside it"));
    m_models->setAccessibleName(tr("A second model, laid upon this one by the words they share"));
    m_models->setToolTip(m_models->accessibleName());
    const int form = std::max(0, m_forms->currentIndex());
    m_forms->clear();
    m_forms->addItems({tr("as arrows"), tr("as a second map")});
    m_forms->setCurrentIndex(form);
    m_forms->setAccessibleName(tr("How the second model is drawn"));
    fillModels();
}

void WordFields::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
