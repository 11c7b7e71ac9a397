#include "ui/views/trials.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/session/changed_cell.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/change_words.h"

namespace attentarium {
namespace {

class Collecting {
    Q_DECLARE_TR_FUNCTIONS(Trials)

  public:
    explicit Collecting(const Session& session) : m_session(session), m_trace(*session.trace()) {
        const Selection& selection = session.selection();
        m_node = selection.node.value_or(session.currentStep()->node);
        m_site = m_trace.site(m_node);
        if (selection.node && selection.cell) m_cell = Cell{*selection.node, selection.quantity, *selection.cell};
        m_attention = attentionOf(m_trace, m_node);
    }

    std::vector<Trial> all() {
        if (m_cell && m_cell->quantity == Quantity::Value) {
            addNumber();
            addEmbedding();
            addPair();
        }
        if (!m_attention.empty()) {
            addScale();
            addHead();
        }
        addTemperature();
        addRun();
        return std::move(m_trials);
    }

  private:
    void add(const char* name, const QString& text, decltype(Trial::act) act) {
        m_trials.push_back({name, text, std::move(act)});
    }
    /// The change, or the way back where it has been made.
    void addSwitch(const char* name, const QString& text, const Intervention& change, const char* backName,
                   const QString& back) {
        const int place = m_session.placeOfChange(change);
        if (place >= 0) {
            add(backName, back, TakeBack{place});
        } else {
            add(name, text, DoChange{change});
        }
    }
    void addTakeBack(const char* name, const QString& text, const Intervention& change) {
        const int place = m_session.placeOfChange(change);
        if (place >= 0) add(name, text, TakeBack{place});
    }
    void addSetting(const char* name, const QString& text, const Cell& cell) {
        const SetCell same = setCell(m_trace, cell.node, cell.index, 0);
        add(name, text,
            AskNumber{nameOfCell(m_session, cell), numberIn(m_trace, cell), NumberField::Accepts::Any,
                      [same](double number) {
                          SetCell set = same;
                          set.value = number;
                          return Intervention(set);
                      }});
    }

    void addNumber() {
        // What nothing goes on from changes nothing.
        if (!m_trace.isParameter(m_node) && m_trace.users(m_node).empty()) return;
        if (std::isfinite(numberIn(m_trace, *m_cell))) addSetting("setNumber", tr("Set this number…"), *m_cell);
        addTakeBack("ownNumber", tr("Give it back its own number"), setCell(m_trace, m_node, m_cell->index, 0));
    }

    void addEmbedding() {
        if (m_site != Site::TokenEmbedding || m_trace.isParameter(m_node)) return;
        const Explanation why = m_trace.explainValue(m_node, m_cell->index);
        if (why.terms.empty() || !why.terms.front().left) return;
        const Cell learned = why.terms.front().left->cell;
        if (!m_trace.isParameter(learned.node)) return;
        const std::int64_t row = learned.index / m_trace.shape(learned.node)[-1];
        addSetting("setEmbedding", tr("Set the embedding of “%1”…").arg(m_session.wordOf(static_cast<int>(row))),
                   learned);
        addTakeBack("ownEmbedding", tr("Give the embedding back its own number"),
                    setCell(m_trace, learned.node, learned.index, 0));
    }

    void addPair() {
        const SiteEntry& entry = entryOf(m_site);
        if (m_attention.empty() || entry.rank != 3 || entry.axes[2] != Axis::KeyToken) return;
        const Shape shape = m_trace.shape(m_node);
        SetVisibility set{m_attention, m_cell->index / shape[2] % shape[1], m_cell->index % shape[2], false};
        const int place = m_session.placeOfChange(set);
        if (place >= 0) {
            add("ownPair", tr("Let the mask decide on this pair"), TakeBack{place});
            return;
        }
        const auto masked = m_trace.find(m_attention + ".masked_scores");
        set.visible = masked && std::isinf(m_trace.values(
                                    *masked)[static_cast<std::size_t>(m_cell->index % m_trace.shape(*masked).count())]);
        add("pair", set.visible ? tr("Show this pair") : tr("Hide this pair"), DoChange{set});
    }

    void addScale() {
        const bool isScore = m_site == Site::Scores || m_site == Site::ScaledScores;
        const auto scaled = m_trace.find(m_attention + ".scaled_scores");
        if (!isScore || !scaled) return;
        const Explanation why = m_trace.explainValue(*scaled, 0);
        if (why.terms.empty()) return;
        const std::string attention = m_attention;
        add("setScale", tr("Set the scale…"),
            AskNumber{tr("Scores are multiplied by"), why.terms.front().coefficient, NumberField::Accepts::Any,
                      [attention](double factor) {
                          return Intervention(SetScale{attention, factor});
                      }});
        addTakeBack("ownScale", tr("Scale by 1/√d again"), SetScale{m_attention, 0});
    }

    void addHead() {
        const std::int64_t heads = headsOf(m_trace, m_attention);
        const int head = m_session.selection().head;
        if (head < 0 || head >= heads) return;
        addSwitch("silence", tr("Silence head %1").arg(head + 1), SilenceHead{m_attention, head}, "speak",
                  tr("Let head %1 speak again").arg(head + 1));
        if (const auto frozen = frozenHead(m_trace, m_attention, head)) {
            addSwitch("freeze", tr("Freeze head %1").arg(head + 1), *frozen, "thaw",
                      tr("Let head %1 go on").arg(head + 1));
        }
        if (heads < 2 || !m_trace.find(m_attention + ".query.weight")) return;
        ChooseChange choice;
        for (std::int64_t other = 0; other < heads; ++other) {
            if (other == head) continue;
            const SwapHeads swap{m_attention, std::min<std::int64_t>(head, other), std::max<std::int64_t>(head, other)};
            const int place = m_session.placeOfChange(swap);
            if (place >= 0) {
                add("swapBack", tr("Swap heads %1 and %2 back").arg(swap.first + 1).arg(swap.second + 1),
                    TakeBack{place});
            } else {
                choice.choices.emplace_back(tr("Head %1").arg(other + 1), swap);
            }
        }
        if (!choice.choices.empty()) add("swap", tr("Swap head %1 with…").arg(head + 1), std::move(choice));
    }

    void addTemperature() {
        const bool isLogit = m_site == Site::Logits || m_site == Site::TemperedLogits || m_site == Site::Probabilities;
        if (!isLogit) return;
        const int place = m_session.placeOfChange(SetTemperature{});
        const double now =
            place < 0 ? 1 : std::get<SetTemperature>(m_session.changes()[static_cast<std::size_t>(place)]).temperature;
        add("setTemperature", tr("Set the temperature…"),
            AskNumber{tr("Logits are divided by"), now, NumberField::Accepts::AboveZero,
                      [](double number) { return Intervention(SetTemperature{number}); }});
        addTakeBack("ownTemperature", tr("Temperature 1 again"), SetTemperature{});
    }

    void addRun() {
        if (m_session.referenceKind() == ReferenceKind::KeptRun) {
            add("dropRun", tr("Stop comparing with the kept run"), KeepRun{false});
        } else {
            add("keepRun", tr("Compare with this run"), KeepRun{true});
        }
    }

    const Session& m_session;
    const Trace& m_trace;
    Var m_node;
    Site m_site;
    std::optional<Cell> m_cell;
    std::string m_attention;
    std::vector<Trial> m_trials;
};

}  // namespace

std::vector<Trial> trialsFor(const Session& session) {
    return session.trace() ? Collecting(session).all() : std::vector<Trial>();
}

}  // namespace attentarium
