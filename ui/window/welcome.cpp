#include "ui/window/welcome.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/window/calm_style.h"
#include "ui/window/icons.h"
#include "ui/window/interface_language.h"

namespace attentarium {
namespace {

constexpr int kSignSize = 72;

/// Larger than the usual type by a factor, and following it.
void scaleType(QWidget* widget, double factor, bool bold = false) {
    QFont font;
    font.setPointSizeF(QFont().pointSizeF() * factor);
    if (bold) font.setBold(true);
    widget->setFont(font);
}

}  // namespace

Welcome::Welcome(QWidget* parent)
    : QWidget(parent),
      m_name(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_begin(new QPushButton(this)),
      m_lesson(new QPushButton(this)),
      m_languageLabel(new QLabel(this)),
      m_english(choice(this, QStringLiteral("English"))),
      m_chinese(choice(this, QStringLiteral("中文"))),
      m_themeLabel(new QLabel(this)),
      m_light(choice(this, {})),
      m_dark(choice(this, {})),
      m_contrast(choice(this, {})),
      m_later(new QLabel(this)) {
    m_name->setText(QStringLiteral("Attentarium"));
    m_name->setAlignment(Qt::AlignCenter);
    for (QLabel* label : {m_sentence, m_later}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_begin->setProperty("primary", true);
    auto* choices = new QGridLayout;
    choices->setHorizontalSpacing(8);
    choices->setVerticalSpacing(10);
    choices->addWidget(m_languageLabel, 0, 0, Qt::AlignRight | Qt::AlignVCenter);
    choices->addWidget(m_english, 0, 1);
    choices->addWidget(m_chinese, 0, 2);
    choices->addWidget(m_themeLabel, 1, 0, Qt::AlignRight | Qt::AlignVCenter);
    choices->addWidget(m_light, 1, 1);
    choices->addWidget(m_dark, 1, 2);
    choices->addWidget(m_contrast, 1, 3);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, kSignSize + 24, 32, 24);
    column->addStretch(2);
    column->addWidget(m_name);
    column->addSpacing(8);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(28);
    column->addWidget(m_begin, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    column->addWidget(m_lesson, 0, Qt::AlignHCenter);
    column->addSpacing(36);
    auto* centred = new QHBoxLayout;
    centred->addStretch();
    centred->addLayout(choices);
    centred->addStretch();
    column->addLayout(centred);
    column->addSpacing(20);
    column->addWidget(m_later);
    column->addStretch(3);

    connect(m_begin, &QPushButton::clicked, this, &Welcome::begun);
    connect(m_lesson, &QPushButton::clicked, this, &Welcome::lessonBegun);
    connect(m_english, &QPushButton::clicked, this, [this] { Q_EMIT languageChosen(Language::English); });
    connect(m_chinese, &QPushButton::clicked, this, [this] { Q_EMIT languageChosen(Language::Chinese); });
    connect(m_light, &QPushButton::clicked, this, [this] { Q_EMIT themeChosen(ThemeKind::Light); });
    connect(m_dark, &QPushButton::clicked, this, [this] { Q_EMIT themeChosen(ThemeKind::Dark); });
    connect(m_contrast, &QPushButton::clicked, this, [this] { Q_EMIT themeChosen(ThemeKind::HighContrast); });
    setFocusProxy(m_begin);
    retranslate();
    showChoices();
}

QPushButton* Welcome::choice(QWidget* row, const QString& name) {
    auto* button = new QPushButton(name, row);
    button->setCheckable(true);
    return button;
}

void Welcome::retranslate() {
    setAccessibleName(tr("Welcome"));
    m_sentence->setText(
        tr("A real sentence goes through a small trained language model, and you see every number on its way: "
           "what each word looks at, what comes next, and how the model learns from its mistake."));
    m_begin->setText(tr("See how it reads a sentence"));
    m_lesson->setText(tr("Begin with the lesson"));
    m_languageLabel->setText(tr("Language"));
    m_themeLabel->setText(tr("Appearance"));
    m_light->setText(tr("Light"));
    m_dark->setText(tr("Dark"));
    m_contrast->setText(tr("High contrast"));
    m_later->setText(tr("Both can be changed at any time in the View menu."));
    resizeType();
}

void Welcome::resizeType() {
    scaleType(m_name, 2.6, true);
    scaleType(m_sentence, 1.25);
    scaleType(m_begin, 1.5, true);
    // Lines that the eye finds its way back from.
    m_sentence->setFixedWidth(qMin(m_sentence->fontMetrics().height() * 34, 1100));
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(m_sentence->width()));
    m_begin->setMinimumHeight(m_begin->fontMetrics().height() * 2);
    m_begin->setMinimumWidth(m_begin->fontMetrics().height() * 16);
}

void Welcome::showChoices() {
    m_english->setChecked(interfaceLanguage() == Language::English);
    m_chinese->setChecked(interfaceLanguage() == Language::Chinese);
    m_light->setChecked(theme().kind == ThemeKind::Light);
    m_dark->setChecked(theme().kind == ThemeKind::Dark);
    m_contrast->setChecked(theme().kind == ThemeKind::HighContrast);
}

void Welcome::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) resizeType();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) showChoices();
}

void Welcome::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().stage);
    const QRect sign(width() / 2 - kSignSize / 2, m_name->y() - kSignSize - 12, kSignSize, kSignSize);
    programIcon().paint(&painter, sign);
}

}  // namespace attentarium
