#include "ui/explain/words.h"

#include <QTranslator>
#include <set>

#include "engine/io/damage.h"
#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/support/traces.h"
#include "ui/explain/site_words.h"

using namespace attentarium;

namespace {

/// Marks whatever goes through `tr`, so that what does not stands out.
class Marking : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
};

}  // namespace

TEST_CASE("every kind of error has a translated sentence that names its values") {
    testApplication();
    Marking marking;
    QCoreApplication::installTranslator(&marking);
    const ErrorValues values{"a file", 7, "a name", "a value", "a limit", "a reason"};
    std::set<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::MemoryExhausted); ++kind) {
        const Error error(static_cast<ErrorKind>(kind), values);
        const QString sentence = sentenceFor(error);
        INFO(error.what());
        CHECK(sentence.startsWith(QStringLiteral("«")));
        CHECK_FALSE(sentence.contains(QLatin1Char('%')));
        // What the English sentence of the engine says of this error is in this one too.
        for (const std::string* const value :
             {&values.file, &values.name, &values.value, &values.limit, &values.reason}) {
            if (QString::fromUtf8(error.what()).contains(QString::fromStdString(*value))) {
                CHECK(sentence.contains(QString::fromStdString(*value)));
            }
        }
        sentences.insert(sentence);
    }
    CHECK(sentences.size() == static_cast<std::size_t>(ErrorKind::MemoryExhausted) + 1);
    QCoreApplication::removeTranslator(&marking);
}

TEST_CASE("every reason for damage is translated") {
    testApplication();
    Marking marking;
    QCoreApplication::installTranslator(&marking);
    for (const char* const reason : damageReasons()) {
        const Error error(ErrorKind::FileDamaged, {.file = "f", .reason = reason});
        INFO(reason);
        CHECK(sentenceFor(error).contains(QStringLiteral("«%1»").arg(QString::fromUtf8(reason))));
    }
    QCoreApplication::removeTranslator(&marking);
}

TEST_CASE("values that look like places are left alone, and limits are translated") {
    testApplication();
    CHECK(sentenceFor(Error(ErrorKind::FileUnreadable, {.file = "%2", .reason = "why"})) ==
          QStringLiteral("Cannot read %2: why."));
    Marking marking;
    QCoreApplication::installTranslator(&marking);
    const auto limit = [](const char* text) {
        return sentenceFor(Error(ErrorKind::OptionOutOfRange, {.name = "width", .value = "0", .limit = text}));
    };
    CHECK(limit("from 1 to 9").contains(QStringLiteral("«from 1 to 9»")));
    CHECK(limit("from 0 to below 1").contains(QStringLiteral("«from 0 to below 1»")));
    CHECK(limit("above 0 and at most 10").contains(QStringLiteral("«above 0 and at most 10»")));
    CHECK(limit("0 or more").contains(QStringLiteral("«0 or more»")));
    CHECK(limit("from 0 to the learning rate").contains(QStringLiteral("«the learning rate»")));
    QCoreApplication::removeTranslator(&marking);
}

TEST_CASE("every site has a title, a letter and two stories, and no two titles are the same") {
    testApplication();
    std::set<QString> titles;
    for (const SiteEntry& entry : siteCatalogue()) {
        INFO(entry.name);
        const SiteWords& words = wordsOf(entry.site);
        CHECK(words.site == entry.site);
        for (const char* const text : {words.title, words.symbol, words.forward, words.backward}) {
            CHECK_FALSE(QString::fromUtf8(text).isEmpty());
        }
        titles.insert(titleOf(entry.site));
    }
    CHECK(titles.size() == siteCatalogue().size());
}

TEST_CASE("every step of every family has a title, a formula and a story, all of them translated") {
    testApplication();
    for (const FamilySample& sample : familySamples()) {
        const auto trace = sampleTrace(sample);
        for (const Step& step : trace->steps()) {
            INFO(sample.name << ": " << trace->name(step.node) << " " << static_cast<int>(step.phase));
            const QString title = titleOf(*trace, step);
            CHECK_FALSE(title.isEmpty());
            // The engine's names are not for people.
            CHECK_FALSE(title.contains(QLatin1Char('_')));
            CHECK_FALSE(title.contains(QLatin1Char('.')));
            const QString formula = formulaOf(*trace, step);
            INFO(formula.toStdString());
            CHECK((formula.contains(QStringLiteral(" = ")) || formula.contains(QStringLiteral(" ← "))));
            CHECK_FALSE(formula.contains(QLatin1Char('%')));
            CHECK_FALSE(formula.endsWith(QStringLiteral("= ")));
            CHECK_FALSE(formula.contains(QStringLiteral("()")));
            const qsizetype sentences = storyOf(*trace, step).count(QLatin1Char('.'));
            CHECK(sentences >= 2);
            CHECK(sentences <= 6);
        }
        Marking marking;
        QCoreApplication::installTranslator(&marking);
        for (const Step& step : trace->steps()) {
            INFO(sample.name << ": " << trace->name(step.node));
            CHECK(titleOf(*trace, step).contains(QStringLiteral("«")));
            CHECK(storyOf(*trace, step).startsWith(QStringLiteral("«")));
            for (const QString& part : placeOf(*trace, step.node).split(QStringLiteral(" › "), Qt::SkipEmptyParts)) {
                CHECK(part.startsWith(QStringLiteral("«")));
            }
        }
        QCoreApplication::removeTranslator(&marking);
    }
}

TEST_CASE("gates are told with their time step, and weights that all steps share as one sum") {
    testApplication();
    FamilySample lstm{"lstm", smallConfig(Family::Lstm)};
    const auto trace = sampleTrace(lstm);
    const auto formula = [&](const char* name) { return formulaOf(*trace, *trace->find(name)); };
    CHECK(formula("layers.0.t.2.cell_state") == QStringLiteral("cₜ = kₜ + wₜ"));
    CHECK(formula("layers.0.t.2.kept") == QStringLiteral("kₜ = fₜ ⊙ cₜ₋₁"));
    CHECK(formula("layers.0.t.2.forget_gate_sum") == QStringLiteral("aᶠₜ = xₜ · W + b + hₜ₋₁ · U + b′"));
    CHECK(gradientFormulaOf(*trace, *trace->find("layers.0.t.2.forget_gate")) ==
          QStringLiteral("dL/dfₜ = dL/dkₜ ⊙ cₜ₋₁"));
    CHECK(placeOf(*trace, *trace->find("layers.0.t.2.forget_gate")) == QStringLiteral("layer 1 › time step 3"));
}

TEST_CASE("formulas name what goes in and what comes out") {
    testApplication();
    const auto trace = smallTrace({3, 4, 3, 5});
    const auto formula = [&](const char* name) { return formulaOf(*trace, *trace->find(name)); };
    const auto back = [&](const char* name) { return gradientFormulaOf(*trace, *trace->find(name)); };
    CHECK(formula("blocks.0.attention.query") == QStringLiteral("Q = n · W_Q + b_Q"));
    CHECK(formula("blocks.0.attention.scores") == QStringLiteral("scores = Q · Kᵀ"));
    CHECK(formula("blocks.0.attention.scaled_scores") == QStringLiteral("scaled scores = scores / √4"));
    CHECK(formula("blocks.0.attention.weights") == QStringLiteral("weights = softmax(masked scores)"));
    CHECK(formula("blocks.0.attention.concatenated") == QStringLiteral("C = [Z₁ | Z₂]"));
    CHECK(formula("logits") == QStringLiteral("logits = n · W_U"));
    CHECK(formula("loss") == QStringLiteral("L = Σ ℓ / 3"));
    CHECK(back("loss") == QStringLiteral("dL/dL = 1"));
    CHECK(back("blocks.0.attention.query") == QStringLiteral("dL/dQ = dL/d(scores) · K"));
    CHECK(back("blocks.0.attention.key") == QStringLiteral("dL/dK = (dL/d(scores))ᵀ · Q"));
    CHECK(back("blocks.0.attention.query.weight") == QStringLiteral("dL/dW_Q = nᵀ · dL/dQ"));
    CHECK(back("blocks.0.attention_norm.normalised") ==
          QStringLiteral("dL/dn = dL/dQ · W_Qᵀ + dL/dK · W_Kᵀ + dL/dV · W_Vᵀ"));
    CHECK(formulaOf(*smallTrace({3, 4}, true), *smallTrace({3, 4}, true)->find("logits")) ==
          QStringLiteral("logits = n · Eᵀ"));
    const Step weight{Phase::Update, *trace->find("blocks.0.attention.query.weight")};
    const Step bias{Phase::Update, *trace->find("blocks.0.attention.query.bias")};
    CHECK(formulaOf(*trace, weight) == QStringLiteral("W_Q ← W_Q − η · m′ / (√v′ + ε) − η · λ · W_Q"));
    CHECK(formulaOf(*trace, bias) == QStringLiteral("b_Q ← b_Q − η · m′ / (√v′ + ε)"));
}

TEST_CASE("places count from 1 for people and from 0 in the engine's names") {
    testApplication();
    const auto trace = smallTrace({3, 4, 3, 5});
    const QStringList words{QStringLiteral("the"), QStringLiteral("fox"), QStringLiteral("and"), QStringLiteral("she")};
    const Var weights = *trace->find("blocks.1.attention.weights");
    const std::int64_t cell = 1 * 16 + 3 * 4 + 1;
    CHECK(titleOf(*trace, weights) == QStringLiteral("attention weights"));
    CHECK(placeOf(*trace, weights) == QStringLiteral("block 2 › attention"));
    CHECK(cellPlace(*trace, weights, cell, words) == QStringLiteral("she → fox, head 2"));
    CHECK(cellAddress(*trace, weights, cell) == QStringLiteral("blocks.1.attention.weights[1, 3, 1]"));
    CHECK(cellPlace(*trace, *trace->find("input"), 8 + 2, words) == QStringLiteral("fox, feature 3"));
    CHECK(cellPlace(*trace, *trace->find("token_losses"), 0, words) == QStringLiteral("the → fox"));
    CHECK(cellPlace(*trace, *trace->find("token_losses"), 3, words) == QStringLiteral("she"));
    CHECK(cellPlace(*trace, *trace->find("logits"), 3 * 12 + 7, words) == QStringLiteral("she, word id 7"));
    CHECK(cellPlace(*trace, *trace->find("loss"), 0, words).isEmpty());
    CHECK(cellAddress(*trace, *trace->find("loss"), 0) == QStringLiteral("loss"));
    const Var bias = *trace->find("blocks.0.attention_norm.bias");
    CHECK(placeOf(*trace, bias) == QStringLiteral("block 1 › LayerNorm before attention"));
    CHECK(cellPlace(*trace, bias, 7, words) == QStringLiteral("feature 8"));
    CHECK(placeOf(*trace, *trace->find("logits")).isEmpty());
    CHECK(placeOf(*trace, *trace->find("blocks.0.attention_residual")) == QStringLiteral("block 1"));
}

TEST_CASE("a pair of word vectors is named by its two words, whatever those are and in any language") {
    testApplication();
    Marking marking;
    QCoreApplication::installTranslator(&marking);
    const auto trace = sampleTrace({"", smallConfig(Family::SkipGram)});
    const SentenceWords words({",", "little", "，", "saw", "a", "red", "apple"});
    const auto& rows = trace->text().rows;
    REQUIRE_FALSE(rows.empty());
    for (std::size_t pair = 0; pair < rows.size(); ++pair) {
        const QString name = pairPlace(*trace, static_cast<std::int64_t>(pair), words);
        CHECK(name.startsWith(words.tokens[rows[pair]] + QStringLiteral(" → ")));
    }
    QCoreApplication::removeTranslator(&marking);
}

TEST_CASE("a place names its head only where there are several") {
    testApplication();
    const auto alignment = sampleTrace({"", smallConfig(Family::Seq2Seq)});
    const auto weights = alignment->find(Site::Weights);
    REQUIRE(weights);
    CHECK_FALSE(cellPlace(*alignment, *weights, 0, {}).contains(QStringLiteral("head")));
    const auto attention = sampleTrace({"", smallConfig(Family::Gpt)});
    CHECK(cellPlace(*attention, *attention->find(Site::Weights), 0, {}).contains(QStringLiteral("head 1")));
}
