#include <webp/demux.h>

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QTemporaryDir>

#include "tests/support/catch.h"
#include "tests/ui/training_charts/trained_session.h"
#include "ui/session/training.h"
#include "ui/views/training_charts/film_recorder.h"
#include "ui/views/training_charts/time_machine.h"

using namespace attentarium;

namespace {

struct Filmed : TrainedSession {
    Filmed() : machine(session) {
        machine.resize(1000, 110);
        machine.show();
        // A picture whose grey is the step that is shown.
        machine.setPicture([this] {
            ++pictures;
            QImage image(64, 48, QImage::Format_ARGB32_Premultiplied);
            const int grey = static_cast<int>(training().shownStep());
            image.fill(QColor(grey, grey, grey));
            return image;
        });
    }
    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    bool waitForEnd() {
        return wait([&] { return !machine.recorder().isRecording(); }) && wait([&] { return !said().isEmpty(); });
    }
    QString said() { return machine.findChild<QLabel*>(QStringLiteral("film_words"))->text(); }
    std::vector<std::int64_t> steps() {
        std::vector<std::int64_t> all;
        for (const auto& moment : run().timeline.moments()) all.push_back(moment->step);
        return all;
    }

    QTemporaryDir folder;
    TimeMachine machine;
    int pictures = 0;
};

/// The grey of each frame.
std::vector<std::int64_t> greysOf(const QString& file) {
    QFile opened(file);
    REQUIRE(opened.open(QFile::ReadOnly));
    const QByteArray bytes = opened.readAll();
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size())};
    WebPAnimDecoder* const decoder = WebPAnimDecoderNew(&data, nullptr);
    REQUIRE(decoder);
    std::vector<std::int64_t> greys;
    while (WebPAnimDecoderHasMoreFrames(decoder)) {
        std::uint8_t* pixels = nullptr;
        int time = 0;
        REQUIRE(WebPAnimDecoderGetNext(decoder, &pixels, &time));
        greys.push_back(pixels[0]);
    }
    WebPAnimDecoderDelete(decoder);
    return greys;
}

}  // namespace

TEST_CASE("a film has a frame for each moment, in order, and what was shown before is shown again") {
    Filmed filmed;
    filmed.training().showMoment(2);
    filmed.settle();
    filmed.machine.saveFilm(FilmKind::WebP, filmed.path("film.webp"));
    REQUIRE(filmed.waitForEnd());
    CHECK(filmed.said().contains(QStringLiteral("film.webp")));
    CHECK(greysOf(filmed.path("film.webp")) == filmed.steps());
    CHECK(filmed.training().shownMoment() == 2);
    CHECK(QDir(filmed.folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{QStringLiteral("film.webp")});
}

TEST_CASE("a film can be a folder of pictures") {
    Filmed filmed;
    filmed.machine.saveFilm(FilmKind::Png, filmed.path("film"));
    REQUIRE(filmed.waitForEnd());
    const QStringList names = QDir(filmed.path("film")).entryList(QDir::Files, QDir::Name);
    const auto steps = filmed.steps();
    REQUIRE(names.size() == static_cast<qsizetype>(steps.size()));
    for (int i = 0; i < names.size(); ++i) {
        const QImage frame(filmed.path("film") + QLatin1Char('/') + names[i]);
        CHECK(frame.size() == QSize(64, 48));
        CHECK(qRed(frame.pixel(5, 5)) == steps[static_cast<std::size_t>(i)]);
    }
    CHECK_FALSE(filmed.training().shownMoment());
}

TEST_CASE("a film that is given up leaves what was there") {
    Filmed filmed;
    QFile old(filmed.path("film.webp"));
    REQUIRE(old.open(QFile::WriteOnly));
    old.write("old");
    old.close();
    filmed.machine.saveFilm(FilmKind::WebP, filmed.path("film.webp"));
    REQUIRE(filmed.wait([&] { return filmed.pictures >= 3; }));
    filmed.machine.recorder().cancel();
    CHECK_FALSE(filmed.machine.recorder().isRecording());
    REQUIRE(filmed.wait([&] { return filmed.said() == QStringLiteral("No film was saved."); }));
    REQUIRE(old.open(QFile::ReadOnly));
    CHECK(old.readAll() == "old");
    CHECK(QDir(filmed.folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size() == 1);
    CHECK_FALSE(filmed.training().shownMoment());
}

TEST_CASE("a film that cannot be written says why") {
    Filmed filmed;
    filmed.machine.saveFilm(FilmKind::WebP, filmed.path("nowhere/film.webp"));
    REQUIRE(filmed.waitForEnd());
    CHECK(filmed.said().contains(QStringLiteral("nowhere")));
    CHECK(filmed.pictures == 0);
}
