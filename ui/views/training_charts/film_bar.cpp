#include "ui/views/training_charts/film_bar.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>

#include "ui/explain/words.h"
#include "ui/views/flat_button.h"

namespace attentarium {

FilmBar::FilmBar(FilmRecorder& recorder, QWidget* parent)
    : QWidget(parent),
      m_recorder(recorder),
      m_progress(new QProgressBar(this)),
      m_words(new QLabel(this)),
      m_button(new FlatButton(this)) {
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("film_words"));
    m_button->setObjectName(QStringLiteral("film_cancel"));
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addWidget(m_words, 2);
    row->addWidget(m_button);
    connect(m_button, &FlatButton::clicked, this, [this] {
        if (m_recorder.isRecording()) return m_recorder.cancel();
        hide();
    });
    connect(&recorder, &FilmRecorder::progressed, this, &FilmBar::showProgress);
    connect(&recorder, &FilmRecorder::finished, this, [this](const QString& target) {
        say(tr("The film is saved as %1.").arg(QDir::toNativeSeparators(target)));
    });
    connect(&recorder, &FilmRecorder::cancelled, this, [this] { say(tr("No film was saved.")); });
    connect(&recorder, &FilmRecorder::failed, this, [this](const Error& error) { say(sentenceFor(error)); });
    hide();
}

void FilmBar::showProgress() {
    show();
    m_progress->show();
    m_progress->setRange(0, m_recorder.frameCount());
    m_progress->setValue(m_recorder.framesDone());
    m_progress->setAccessibleName(tr("Progress of the film"));
    m_words->setText(tr("Filming moment %1 of %2").arg(m_recorder.framesDone()).arg(m_recorder.frameCount()));
    m_button->setText(tr("Cancel"));
    m_button->setAccessibleName(tr("Cancel the film"));
}

void FilmBar::say(const QString& words) {
    show();
    m_progress->hide();
    m_words->setText(words);
    m_words->setAccessibleName(words);
    m_button->setText(tr("Close"));
    m_button->setAccessibleName(tr("Close the message"));
    m_button->updateGeometry();
}

void FilmBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_recorder.isRecording()) showProgress();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
