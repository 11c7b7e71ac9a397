// How fast attention is drawn: a matrix of 512 words that is moved and enlarged, and 12 layers of 12 heads from the
// trace to the painted picture. Prints a line for each, and the most memory that was used; no test.
//
//   bench_attention_speed            12 layers × 12 heads at 64 words
//   bench_attention_speed 512        the same at 512 words, and the frames of its heatmap
//   bench_attention_speed 512 2 2    with another number of layers and heads

#include <QElapsedTimer>
#include <QImage>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "tests/support/application.h"
#include "ui/session/session.h"
#include "ui/views/attention/attention_choices.h"
#include "ui/views/attention/attention_view.h"
#include "ui/views/attention/head_grid.h"
#include "ui/views/attention/heatmap_view.h"

using namespace attentarium;

namespace {

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What the window's thread itself has spent; on a busy machine the clock on the wall also counts the others' work.
double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Times one thing after another, on the wall and of the thread.
class Frames {
  public:
    template <typename Act>
    void time(Act&& act) {
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        act();
        m_own.push_back(threadMilliseconds() - before);
        m_wall.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    void report(const char* what) {
        std::printf("%s, %zu frames\n", what, m_wall.size());
        tell("time of the thread", m_own);
        tell("time on the wall", m_wall);
    }

  private:
    static void tell(const char* what, std::vector<double>& times) {
        std::ranges::sort(times);
        const auto at = [&](double share) {
            return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
        };
        std::printf("    %s: median %.2f ms, 99th percentile %.2f ms, slowest %.2f ms\n", what, at(0.5), at(0.99),
                    at(1));
        times.clear();
    }

    std::vector<double> m_own, m_wall;
};

/// Megabytes that the program has had at most, or has now.
double memory(const std::string& what) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what)) return std::atof(line.c_str() + what.size() + 1) / 1024;
    }
    return 0;
}

QString saveModel(const QTemporaryDir& folder, int words, int layers, int heads) {
    std::vector<std::string> vocabulary;
    for (int i = 0; i < 100; ++i) vocabulary.push_back("word" + std::to_string(i));
    Checkpoint checkpoint;
    checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary(vocabulary));
    auto model =
        makeModel<float>({.layers = layers, .heads = heads, .width = 16 * heads, .context = words, .vocabulary = 100});
    Random random(1);
    model->initialise(random);
    checkpoint.model = std::move(model);
    const QString path = folder.filePath(QStringLiteral("model"));
    saveCheckpoint(path.toStdString(), checkpoint);
    return path;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testApplication();
    const auto number = [&](int place, int otherwise) { return argc > place ? std::atoi(argv[place]) : otherwise; };
    const int words = number(1, 64), layers = number(2, 12), heads = number(3, 12);
    QTemporaryDir folder;
    Session session;
    QStringList text;
    for (int i = 0; i < words; ++i) text.append(QStringLiteral("word%1").arg(i * 7 % 100));
    session.setText(text.join(QLatin1Char(' ')));
    session.openModel(saveModel(folder, words, layers, heads));
    while (!session.trace()) QTest::qWait(5);
    std::printf("%d layers × %d heads at %d words; with the trace and its gradients %.0f MB\n", layers, heads, words,
                memory("VmRSS:"));

    const double before = memory("VmRSS:");
    QElapsedTimer timer;
    const double threadBefore = threadMilliseconds();
    timer.start();
    AttentionView view(session);
    view.resize(1200, 800);
    QImage image(view.size(), QImage::Format_RGB32);
    view.show();
    view.render(&image);
    std::printf(
        "from nothing to the painted picture: %.1f ms of the thread, %.1f ms on the wall, %.1f MB more, %.0f MB at "
        "most in all\n",
        threadMilliseconds() - threadBefore, milliseconds(timer), memory("VmRSS:") - before, memory("VmHWM:"));
    timer.start();
    while (!session.headStudy()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("until the heads are measured, in the background: %.0f ms\n", milliseconds(timer));
    view.render(&image);

    HeatmapView& map = view.heatmap();
    Frames frames;
    for (int i = 0; i < 200; ++i) {
        frames.time([&] {
            map.zoomBy(i % 40 < 20 ? 1.2 : 1 / 1.2);
            map.viewport()->repaint();
        });
    }
    frames.report("enlarging and reducing");
    for (const double side : {1.0, 3.0, 12.0, 40.0}) {
        map.zoomToFit();
        map.zoomBy(side / map.cellSide());
        for (int i = 0; i < 200; ++i) {
            frames.time([&] {
                map.horizontalScrollBar()->setValue(static_cast<int>(2000 * (1 + std::sin(i * 0.1))));
                map.verticalScrollBar()->setValue(static_cast<int>(2000 * (1 + std::cos(i * 0.13))));
                map.viewport()->repaint();
            });
        }
        std::printf("cells of %.1f px: ", map.cellSide());
        frames.report("moving");
    }
    map.zoomToFit();
    for (const auto form : {AttentionView::Form::Heatmap, AttentionView::Form::Lines, AttentionView::Form::Scores}) {
        view.showForm(form);
        QCoreApplication::processEvents();
        for (int i = 0; i < 20; ++i) {
            frames.time([&] {
                view.choices().chooseHead({i % layers, i % heads});
                view.render(&image);
            });
        }
        std::printf("form %d: ", static_cast<int>(form) + 1);
        frames.report("another head");
    }
    std::printf("at most in all %.0f MB\n", memory("VmHWM:"));
    return 0;
}
