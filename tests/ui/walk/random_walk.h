#pragma once

#include <QPointer>
#include <QStringList>
#include <functional>
#include <vector>

#include "engine/core/random.h"
#include "tests/ui/window/open_window.h"

namespace attentarium::test {

/// Somebody who knows nothing and tries everything: clicks, keys, edits, switches. What it may do is found in the
/// window as it stands, so new widgets and commands are tried without being named here. The same seed does the same.
class RandomWalk {
  public:
    RandomWalk(OpenWindow& window, std::uint64_t seed);

    /// Does one thing, or a few in a row that nothing comes between, and waits until all of it is done.
    void act();
    /// What was done last, to be read by people.
    const QString& done() const { return m_done; }
    /// Whether the window came to rest in time after the last action.
    bool cameToRest() const { return m_cameToRest; }
    /// Stops what goes on by itself and waits.
    void rest();

  private:
    struct Way {
        std::size_t weight;
        std::function<void()> go;
    };
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_random.below(count)); }
    template <typename List>
    auto& anyOf(List&& list) {
        return list[static_cast<decltype(list.size())>(below(static_cast<std::size_t>(list.size())))];
    }
    void note(const QString& what) { m_done += (m_done.isEmpty() ? QString() : QStringLiteral("; ")) + what; }
    void actOnce();

    std::vector<QWidget*> targets() const;
    QWidget* place(QPoint& at);
    void click(QWidget& widget, QPoint at);
    void clickAnywhere();
    void clickItem();
    void drag();
    void turnWheel();
    void pressKey();
    void typeWords();
    void triggerAction();
    void editSentence();
    void useSession();
    void moveDock();
    void resize();
    void openModel();
    void drop();
    void savePicture();
    void actOnPopup(QWidget& popup);
    void actOnDialog(QWidget& dialog);
    void playOn();
    void reopen();
    QString someText();
    Qt::KeyboardModifiers someModifiers();

    OpenWindow& m_window;
    Random m_random;
    std::vector<Way> m_ways;
    QStringList m_models;
    QString m_done;
    int m_actions = 0;
    bool m_cameToRest = true;
};

}  // namespace attentarium::test
