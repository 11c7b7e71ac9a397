#include "ui/views/tokens/merge_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/session/session.h"
#include "ui/session/text_study.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/play_signs.h"
#include "ui/views/tokens/token_words.h"

namespace attentarium {
namespace {

constexpr std::array kSpeeds{0.5, 1.0, 2.0, 4.0, 8.0};
// Merges in a second that are called "1×".
constexpr double kNormalSpeed = 2;

}  // namespace

MergeBar::MergeBar(Session& session, QWidget* parent)
    : QWidget(parent),
      m_study(session.textStudy()),
      m_first(new FlatButton(this)),
      m_back(new FlatButton(this)),
      m_play(new FlatButton(this, FlatButton::Look::Primary)),
      m_forward(new FlatButton(this)),
      m_last(new FlatButton(this)),
      m_speedName(new QLabel(this)),
      m_speed(new QComboBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_place(new ElidedLabel(this)) {
    m_first->setSign(endSign(false));
    m_back->setSign(backSign());
    m_forward->setSign(forwardSign());
    m_last->setSign(endSign(true));
    m_first->setObjectName(QStringLiteral("firstMerge"));
    m_back->setObjectName(QStringLiteral("mergeBack"));
    m_play->setObjectName(QStringLiteral("playMerges"));
    m_forward->setObjectName(QStringLiteral("mergeForward"));
    m_last->setObjectName(QStringLiteral("lastMerge"));
    m_slider->setObjectName(QStringLiteral("merges"));
    m_place->setObjectName(QStringLiteral("mergePlace"));
    for (const double speed : kSpeeds) m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    m_speedName->setBuddy(m_speed);
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(6);
    for (FlatButton* const button : {m_first, m_back, m_play, m_forward, m_last}) row->addWidget(button);
    row->addSpacing(6);
    row->addWidget(m_speedName);
    row->addWidget(m_speed);
    row->addSpacing(12);
    auto* const right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_slider);
    right->addWidget(m_place);
    row->addLayout(right, 1);
    connect(m_first, &FlatButton::clicked, this, &MergeBar::goToFirst);
    connect(m_back, &FlatButton::clicked, this, &MergeBar::stepBack);
    connect(m_play, &FlatButton::clicked, this, &MergeBar::playOrPause);
    connect(m_forward, &FlatButton::clicked, this, &MergeBar::stepForward);
    connect(m_last, &FlatButton::clicked, this, &MergeBar::goToLast);
    connect(m_slider, &QSlider::valueChanged, &m_study, &TextStudy::goToMerge);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_study.playback().setSpeed(m_speed->itemData(index).toDouble() * kNormalSpeed); });
    connect(&m_study, &TextStudy::mergeChanged, this, &MergeBar::showMerge);
    connect(&m_study, &TextStudy::storyChanged, this, &MergeBar::showMerge);
    connect(&m_study.playback(), &Playback::changed, this, &MergeBar::showPlaying);
    retranslate();
}

void MergeBar::goToFirst() {
    m_study.goToMerge(0);
}

void MergeBar::stepBack() {
    m_study.goToMerge(m_study.merged() - 1);
}

void MergeBar::playOrPause() {
    Playback& playback = m_study.playback();
    if (playback.isPlaying()) return playback.pause();
    if (!m_study.story()) return;
    // At the end there is nothing left to play but all of it.
    if (m_study.merged() >= m_study.story()->merges()) goToFirst();
    playback.play();
}

void MergeBar::stepForward() {
    m_study.goToMerge(m_study.merged() + 1);
}

void MergeBar::goToLast() {
    if (m_study.story()) m_study.goToMerge(m_study.story()->merges());
}

void MergeBar::showMerge() {
    const auto& story = m_study.story();
    const int merged = m_study.merged(), all = story ? story->merges() : 0;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, all);
        m_slider->setPageStep(std::max(1, all / 20));
        m_slider->setValue(merged);
    }
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_play, m_slider}) widget->setEnabled(all > 0);
    m_first->setEnabled(merged > 0);
    m_back->setEnabled(merged > 0);
    m_forward->setEnabled(merged < all);
    m_last->setEnabled(merged < all);
    //: the vocabulary is the 256 bytes and what the merges made
    m_place->setText(story ? tr("merges: %1 of %2 · vocabulary: %3")
                                 .arg(grouped(merged), grouped(all), grouped(story->vocabularySize(merged)))
                           : QString());
    m_slider->setAccessibleDescription(m_place->text());
}

void MergeBar::showPlaying() {
    const bool playing = m_study.playback().isPlaying();
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setSign(playing ? pauseSign() : playSign());
    m_play->setAccessibleName(m_play->text());
    m_play->updateGeometry();
    m_speed->setCurrentIndex(m_speed->findData(m_study.playback().speed() / kNormalSpeed));
}

void MergeBar::retranslate() {
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_first, tr("Before the first merge"));
    name(m_back, tr("One merge back"));
    name(m_forward, tr("One merge forward"));
    name(m_last, tr("After the last merge"));
    m_speedName->setText(tr("speed"));
    m_speed->setAccessibleName(tr("Speed of playing"));
    name(m_slider, tr("Number of merges"));
    showPlaying();
    showMerge();
}

void MergeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
