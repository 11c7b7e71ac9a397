// How fast the map of words is: panning and zooming with 5,000 words, pointing at one, and t-SNE of 1,000 words in the
// window. Usage: bench_word_map_speed

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "engine/core/random.h"
#include "engine/models/registry.h"
#include "tests/bench/timed_application.h"
#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/session/word_map_study.h"
#include "ui/views/word_map/word_map_canvas.h"
#include "ui/views/word_map/word_map_view.h"

namespace {

using namespace attentarium;

/// Skip-gram with random vectors around some centres.
std::shared_ptr<const Checkpoint> modelOf(int count) {
    std::vector<std::string> words;
    for (int i = 0; i < count; ++i) {
        std::string word;
        for (int rest = i * 7 + 11; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
        words.push_back(word + std::to_string(i % 10));
    }
    auto checkpoint = std::make_shared<Checkpoint>();
    ModelConfig config;
    config.family = Family::SkipGram;
    config.vocabulary = count;
    config.width = 64;
    auto model = makeModel<float>(config);
    Random random(1);
    Parameter<float>& table = *model->parameters().find("token_embedding.weight");
    const TensorView<float> view = table.value.mutableView();
    for (std::int64_t row = 0; row < count; ++row) {
        for (std::int64_t column = 0; column < 64; ++column) {
            view.row(row)[column] = static_cast<float>(random.normal()) + (row % 20 == column ? 5.0f : 0.0f);
        }
    }
    checkpoint->model = std::move(model);
    checkpoint->tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary(words));
    return checkpoint;
}

template <typename Act>
double timeOf(const Act& act) {
    QElapsedTimer clock;
    clock.start();
    act();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void waitFor(const std::function<bool()>& holds) {
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < 60000) QTest::qWait(2);
}

void openIn(Session& session, WordMapView& view, int count) {
    session.showModel(modelOf(count), {});
    waitFor(
        [&] { return view.study().map() && view.study().map()->cloud->count() == count && !view.study().isBusy(); });
    QTest::qWait(50);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    setTheme(ThemeKind::Light);
    Session session;
    WordMapView view(session);
    view.resize(1100, 760);
    view.show();
    QElapsedTimer opening;
    opening.start();
    openIn(session, view, 150);
    std::printf("150 words, from the model to the map: under %lld ms\n", static_cast<long long>(opening.elapsed()));
    openIn(session, view, 5000);
    WordMapCanvas& canvas = view.canvas();
    QPixmap screen(canvas.size());
    const auto paint = [&] { canvas.render(&screen); };
    paint();
    std::vector<double> pans, zooms, points;
    for (int i = 0; i < 200; ++i) {
        pans.push_back(timeOf([&] {
            canvas.picture().pan({i % 40 < 20 ? 5.0 : -5.0, i % 30 < 15 ? 3.0 : -3.0});
            paint();
        }));
    }
    report("5,000 words, all in sight, panned", pans);
    for (int i = 0; i < 60; ++i) {
        zooms.push_back(timeOf([&] {
            canvas.zoom(i < 30 ? 1.1 : 1 / 1.1);
            paint();
        }));
    }
    report("5,000 words, zoomed (labels laid out anew)", zooms);
    for (int i = 0; i < 60; ++i) {
        points.push_back(timeOf([&] {
            Q_EMIT canvas.chosen(i * 83);
            paint();
        }));
    }
    report("5,000 words, one chosen (nearest words)", points);
    openIn(session, view, 1000);
    QElapsedTimer clock;
    clock.start();
    int pictures = 0;
    QObject::connect(&view.study(), &WordMapStudy::mapChanged, [&] { ++pictures; });
    view.study().setKind(MapKind::Neighbours);
    waitFor([&] { return view.study().map()->kind == MapKind::Neighbours && view.study().map()->step == 1000; });
    std::printf("t-SNE of 1,000 words, 1,000 steps in the window: %.2f s, %d pictures, KL %.3f\n",
                static_cast<double>(clock.elapsed()) / 1000, pictures, view.study().map()->divergence);
    return 0;
}
