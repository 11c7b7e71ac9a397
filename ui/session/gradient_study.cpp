#include "ui/session/gradient_study.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/text/small_world.h"
#include "engine/train/gradient_clipping.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/token_spelling.h"

namespace attentarium {
namespace {

constexpr std::array kFamilies{Family::Rnn, Family::Lstm, Family::Gru};
/// Of the stories behind the sentence; those that the bundled models learned from have seed 1.
constexpr std::uint64_t kStorySeed = 99;

QString wordFor(const Tokenizer& tokenizer, int id) {
    const QString word = QString::fromStdString(tokenizer.vocabulary().token(id));
    return word == QLatin1String("\n") ? QStringLiteral("↵") : word;
}

}  // namespace

struct GradientStudy::Models {
    std::map<std::pair<Language, Family>, std::shared_ptr<const Checkpoint>> bundled;

    const Checkpoint& of(Language language, Family family) {
        auto& found = bundled[{language, family}];
        if (!found) {
            const QString folder = resourceFolder(QStringLiteral("checkpoints")) +
                                   QStringLiteral("/%1-%2").arg(QLatin1String(nameOf(family).data()),
                                                                QLatin1String(languageName(language).data()));
            found = std::make_shared<const Checkpoint>(loadCheckpoint(folder.toStdString()));
        }
        return *found;
    }
};

GradientStudy::GradientStudy(Session& session)
    : m_session(session), m_models(std::make_shared<Models>()), m_background(*this, [this](const Error& error) {
          m_isBusy = false;
          Q_EMIT failed(error);
      }) {
    connect(&session, &Session::textChanged, this, &GradientStudy::work);
    connect(&session, &Session::modelChanged, this, &GradientStudy::work);
}

GradientStudy::~GradientStudy() {
    ++m_latest;
}

void GradientStudy::want(bool wanted) {
    m_wanted = wanted;
    if (wanted && m_isStale) work();
}

void GradientStudy::ask(const GradientQuestion& question) {
    if (m_question == question) return;
    m_question = question;
    work();
}

void GradientStudy::work() {
    m_isStale = true;
    if (!m_wanted) return;
    m_isStale = false;
    m_isBusy = true;
    const int job = ++m_latest;
    const Checkpoint* const open = m_session.checkpoint();
    const Language language = open ? open->language : Language::English;
    const std::string sentence = unspelled(m_session.text());
    m_background.enqueue([this, job, language, sentence, question = m_question] {
        if (job != m_latest) return;
        const Tokenizer& tokenizer = *m_models->of(language, kFamilies[0]).tokenizer;
        auto answer = std::make_shared<GradientAnswer>();
        answer->question = question;
        std::vector<int> ids;
        for (const Token& token : tokenizer.split(sentence)) {
            if (!token.id) answer->unknown = QString::fromStdString(token.text);
            ids.push_back(token.id.value_or(0));
        }
        if (!answer->unknown.isEmpty()) ids.clear();
        if (!ids.empty()) ids.push_back(tokenizer.vocabulary().find("\n").value_or(0));
        for (const int id : tokenizer.encode(smallWorldCorpus(language, kStorySeed, 20))) ids.push_back(id);
        const auto steps = static_cast<std::size_t>(std::clamp(question.steps, 1, kMostSteps));
        for (std::size_t i = 0; i < steps; ++i) answer->words.append(wordFor(tokenizer, ids[i]));
        answer->target = wordFor(tokenizer, ids[steps]);
        for (const Family family : kFamilies) {
            if (job != m_latest || m_background.isEnding()) return;
            const Checkpoint& bundled = m_models->of(language, family);
            ModelConfig config = bundled.model->config();
            if (!question.trained) config.width = kFreshWidth;
            // A copy that may be changed.
            const auto model = makeModel<double>(config);
            if (question.trained) {
                model->parameters().setValues(converted<double>(bundled.model->parameters().values()));
            } else {
                Random random(question.seed);
                model->initialise(random);
            }
            if (question.radius) setSpectralRadius(*model, *question.radius);
            GradientCurve curve;
            curve.family = family;
            curve.width = config.width;
            curve.radius = spectralRadius(recurrentBlock(*model), config.width);
            curve.flow = gradientFlow(*model, std::span(ids).first(steps), ids[steps]);
            curve.decay = decayOf(curve.flow.hidden);
            answer->curves.push_back(std::move(curve));
        }
        m_background.post([this, job, answer] {
            if (job != m_latest) return;
            m_isBusy = false;
            m_answer = answer;
            Q_EMIT changed();
        });
    });
}

double clippedNorm(double norm, double largest) {
    return norm * clipFactor(norm, largest);
}

}  // namespace attentarium
