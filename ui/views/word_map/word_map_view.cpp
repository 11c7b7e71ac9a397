#include "ui/views/word_map/word_map_view.h"

#include <QEvent>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/views/spreadsheet_text.h"
#include "ui/views/word_map/map_problem_line.h"
#include "ui/views/word_map/word_fields.h"
#include "ui/views/word_map/word_list.h"
#include "ui/views/word_map/word_map_canvas.h"
#include "ui/views/word_map/word_map_controls.h"
#include "ui/views/word_map/word_map_words.h"

namespace attentarium {
namespace {

/// So many lines to neighbours can be told apart; the list has more of them.
constexpr int kLines = 5;
constexpr int kListed = 20;
constexpr double kZoomStep = 1.25;

}  // namespace

WordMapView::WordMapView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_study(std::make_unique<WordMapStudy>(session)),
      m_controls(new WordMapControls(*m_study, this)),
      m_fields(new WordFields(*m_study, this)),
      m_problem(new MapProblemLine(this)),
      m_splitter(new QSplitter(this)),
      m_canvas(new WordMapCanvas(m_splitter)),
      m_list(new WordList(m_splitter)),
      m_summary(new QLabel(this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_summary->setObjectName(QStringLiteral("mapSummary"));
    m_summary->setWordWrap(true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_controls);
    column->addWidget(m_fields);
    column->addWidget(m_problem);
    column->addWidget(m_summary);
    column->addWidget(m_splitter, 1);
    connect(m_study.get(), &WordMapStudy::mapChanged, this, &WordMapView::showMap);
    connect(m_study.get(), &WordMapStudy::problemChanged, this, &WordMapView::showProblem);
    connect(m_study.get(), &WordMapStudy::vectorsChanged, this, &WordMapView::showOffer);
    connect(m_canvas, &WordMapCanvas::wordHovered, this, [this] {
        showMarks();
        showList();
    });
    connect(m_canvas, &WordMapCanvas::chosen, this, [this](int word) {
        m_listed = Listed::Nearest;
        choose(word);
    });
    connect(m_canvas, &WordMapCanvas::cleared, this, [this] {
        m_word.reset();
        m_wordText.clear();
        m_caught.clear();
        m_analogy.reset();
        m_listed = Listed::Nearest;
        showMarks();
        showList();
    });
    connect(m_canvas, &WordMapCanvas::caught, this, [this](const std::vector<int>& words) {
        m_caught = words;
        m_listed = Listed::Caught;
        showMarks();
        showList();
    });
    connect(m_list, &WordList::chosen, this, &WordMapView::chooseInList);
    connect(m_fields, &WordFields::searched, this, &WordMapView::search);
    connect(m_fields, &WordFields::analogyAsked, this, &WordMapView::answerAnalogy);
    connect(m_fields, &WordFields::formChanged, this, [this] {
        m_canvas->picture().setOtherAsArrows(m_fields->isOtherAsArrows());
        m_canvas->update();
    });
    connect(m_problem, &MapProblemLine::wordChosen, this, &WordMapView::replaceWord);
    connect(m_controls, &WordMapControls::offerTaken, this, [this] { m_session.openModel(m_offered); });
    connect(&session, &Session::selectionChanged, this, &WordMapView::followSession);
    connect(&session, &Session::textChanged, this, &WordMapView::showMarks);
    retranslate();
}

WordMapView::~WordMapView() = default;

const WordCloud* WordMapView::cloud() const {
    return m_cloud.get();
}

/// The map on screen: while the vectors of another model are being laid out, that of the one before.
const std::shared_ptr<const WordMap>& WordMapView::shown() const {
    return m_canvas->picture().map();
}

bool WordMapView::isBusy() const {
    return m_study->isBusy();
}

void WordMapView::showMap() {
    const auto& map = m_study->map();
    const bool isOtherCloud = !map || m_cloud != map->cloud;
    m_canvas->setMap(map);
    if (isOtherCloud) {
        m_cloud = map ? map->cloud : nullptr;
        m_analogy.reset();
        m_answers.clear();
        m_caught.clear();
        m_fieldProblem.reset();
        m_listed = Listed::Nearest;
        m_word = cloud() && !m_wordText.isEmpty() ? cloud()->find(m_wordText) : std::nullopt;
        if (!m_word) followSession();
        if (cloud()) m_fields->suggest(*cloud());
        showProblem();
    }
    m_summary->setText(map ? describedMap(*map) : QString());
    m_canvas->setAccessibleDescription(m_summary->text());
    showMarks();
    if (isOtherCloud) showList();
}

QString WordMapView::summary() const {
    return m_summary->text();
}

void WordMapView::showMarks() {
    if (!cloud()) return;
    MapMarks marks;
    marks.word = m_canvas->hovered() ? m_canvas->hovered() : m_word;
    if (marks.word) {
        const int without[] = {*marks.word};
        marks.neighbours = nearest(cloud()->vectors, cloud()->vectors[*marks.word], kLines, without);
    }
    for (const Chip& chip : m_session.chips()) {
        const auto place = cloud()->find(chip.text);
        if (place && !std::ranges::count(marks.sentence, *place)) marks.sentence.push_back(*place);
    }
    marks.caught = m_caught;
    marks.analogy = m_analogy;
    m_canvas->setMarks(marks);
}

void WordMapView::showList() {
    if (!cloud()) return m_list->show({}, {});
    const WordMap& map = *shown();
    const auto row = [&](int word, std::optional<double> number) {
        return WordList::Row{word, cloud()->words[word], number, describedWord(map, word)};
    };
    std::vector<WordList::Row> rows;
    QString title;
    const std::optional<int> hovered = m_canvas->hovered();
    if (!hovered && m_listed == Listed::Analogy && m_analogy) {
        title = tr("“%1” − “%2” + “%3” lies nearest to, by cosine:")
                    .arg(cloud()->words[m_analogy->a], cloud()->words[m_analogy->b], cloud()->words[m_analogy->c]);
        for (const Neighbour& one : m_answers) rows.push_back(row(one.point, one.cosine));
    } else if (!hovered && m_listed == Listed::Caught) {
        title = tr("Caught words: %1").arg(m_caught.size());
        for (const int word : m_caught) rows.push_back(row(word, {}));
    } else if (const auto word = hovered ? hovered : m_word) {
        title = tr("Nearest to “%1”, by cosine:").arg(cloud()->words[*word]);
        const int without[] = {*word};
        for (const Neighbour& one : nearest(cloud()->vectors, cloud()->vectors[*word], kListed, without)) {
            rows.push_back(row(one.point, one.cosine));
        }
    } else {
        title =
            tr("Point at a word for its nearest words, click it to keep it. Shift and drag, or L for all in sight, "
               "lists words.");
    }
    m_list->show(title, rows);
}

void WordMapView::showProblem() {
    m_problem->setProblem(m_fieldProblem             ? m_fieldProblem
                          : m_study->besideProblem() ? m_study->besideProblem()
                                                     : m_study->problem());
}

/// The bundled word vectors of the model's language, unless they are open.
void WordMapView::showOffer() {
    const bool isChinese = m_session.checkpoint() && m_session.checkpoint()->language == Language::Chinese;
    const QString name = isChinese ? QStringLiteral("/word-vectors-zh") : QStringLiteral("/word-vectors-en");
    const QString other = isChinese ? QStringLiteral("/word-vectors-en") : QStringLiteral("/word-vectors-zh");
    const bool isOpen = m_session.folder().endsWith(name);
    m_offered = resourceFolder(QStringLiteral("checkpoints")) + (isOpen ? other : name);
    m_controls->offer(isChinese != isOpen ? tr("Open Chinese word vectors") : tr("Open English word vectors"));
}

void WordMapView::followSession() {
    if (!cloud()) return;
    const int token = m_session.selection().token;
    const QStringList& words = m_session.tracedWords();
    if (token < 0 || token >= words.size()) return;
    const auto place = cloud()->find(words[token]);
    if (!place || place == m_word) return;
    m_word = place;
    m_wordText = words[token];
    showMarks();
    showList();
}

void WordMapView::choose(int word) {
    m_word = word;
    m_wordText = cloud()->words[word];
    showMarks();
    showList();
    // Where it stands in the sentence, it is chosen there too.
    const QString token = QString(m_wordText).replace(QChar(0x2423), QLatin1Char(' '));
    const auto place = m_session.tracedWords().indexOf(token);
    if (place >= 0) m_session.selectToken(static_cast<int>(place));
    const auto source = m_session.tracedSource().indexOf(token);
    if (source >= 0) m_session.selectSourceToken(static_cast<int>(source));
}

void WordMapView::chooseInList(int word) {
    choose(word);
    m_canvas->picture().bringIntoSight(word);
    m_canvas->update();
}

void WordMapView::search(bool isTyping) {
    if (!cloud()) return;
    int place = 0;
    m_fieldProblem = findWord(*cloud(), m_fields->sought(), place);
    m_isProblemOfSearch = true;
    const bool isKnown = !m_fieldProblem;
    // What is half typed is no mistake.
    if (isTyping || m_fields->sought().trimmed().isEmpty()) m_fieldProblem.reset();
    showProblem();
    if (!isKnown) return;
    m_listed = Listed::Nearest;
    chooseInList(place);
}

void WordMapView::answerAnalogy() {
    if (!cloud()) return;
    int places[3] = {};
    const auto words = m_fields->analogy();
    m_fieldProblem.reset();
    m_isProblemOfSearch = false;
    for (std::size_t i = 0; i < 3 && !m_fieldProblem; ++i) m_fieldProblem = findWord(*cloud(), words[i], places[i]);
    showProblem();
    if (m_fieldProblem) return;
    m_answers = analogy(cloud()->vectors, places[0], places[1], places[2], kListed);
    m_analogy = ShownAnalogy{places[0], places[1], places[2],
                             m_answers.empty() ? std::nullopt : std::optional(m_answers.front().point)};
    m_listed = Listed::Analogy;
    m_word.reset();
    frameAnalogy();
    showMarks();
    showList();
}

/// The words of an analogy may lie close together in a large map.
void WordMapView::frameAnalogy() {
    const WordMap& map = *shown();
    const auto place = [&](int word) { return QPointF(map.places.row(word)[0], map.places.row(word)[1]); };
    const QPointF a = place(m_analogy->a), b = place(m_analogy->b), c = place(m_analogy->c);
    std::vector<QPointF> places{a, b, c};
    if (map.isLinear()) places.push_back(a - b + c);
    if (m_analogy->found) places.push_back(place(*m_analogy->found));
    m_canvas->picture().frame(places);
    m_canvas->update();
}

void WordMapView::replaceWord(const QString& unknown, const QString& known) {
    if (!m_fieldProblem) return m_controls->replaceWord(unknown, known);
    if (m_isProblemOfSearch) {
        m_fields->setSought(known);
        return search(false);
    }
    auto words = m_fields->analogy();
    for (QString& word : words) {
        if (word.trimmed() == unknown) word = known;
    }
    m_fields->setAnalogy(words);
    answerAnalogy();
}

void WordMapView::zoomIn() {
    m_canvas->zoom(kZoomStep);
}

void WordMapView::zoomOut() {
    m_canvas->zoom(1 / kZoomStep);
}

void WordMapView::zoomToFit() {
    m_canvas->fit();
}

QSizeF WordMapView::pictureSize() const {
    return QSizeF(m_canvas->size()) + QSizeF(0, m_summary->height() + 10);
}

/// Laid out anew for the target's shape, so that nothing is stretched.
void WordMapView::paint(QPainter& painter, const QRectF& target) {
    const QSizeF size = pictureSize();
    const double scale = std::min(target.width() / size.width(), target.height() / size.height());
    const QRectF page(QPointF(), target.size() / scale);
    const QRectF room = page.adjusted(8, 4, -8, 0);
    const double text = QFontMetricsF(font()).boundingRect(room, Qt::TextWordWrap, m_summary->text()).height();
    WordMapPicture picture = m_canvas->picture();
    picture.setArea({page.width(), std::max(80.0, page.height() - text - 10)});
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    painter.fillRect(page, theme().panel);
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(room, Qt::TextWordWrap, m_summary->text());
    painter.translate(0, text + 10);
    picture.paint(painter, WordMapPicture::Points::AsVectors);
    painter.restore();
}

bool WordMapView::hasNumbers() const {
    return shown() != nullptr;
}

QString WordMapView::csv() const {
    const auto& map = shown();
    if (!map) return {};
    std::vector<int> other(static_cast<std::size_t>(map->cloud->count()), -1);
    for (std::size_t i = 0; i < map->shared.size(); ++i) {
        other[static_cast<std::size_t>(map->shared[i].first)] = static_cast<int>(i);
    }
    QStringList columns{QStringLiteral("x"), QStringLiteral("y")};
    if (map->other) columns << QStringLiteral("x2") << QStringLiteral("y2");
    return spreadsheetText(
        map->cloud->words, columns,
        [&](int row, int column) {
            if (column < 2) return map->places.row(row)[column];
            const int at = other[static_cast<std::size_t>(row)];
            return at < 0 ? std::nan("") : map->otherPlaces.row(at)[column - 2];
        },
        QLatin1Char(','));
}

void WordMapView::retranslate() {
    setAccessibleName(tr("Map of the words"));
    m_canvas->setAccessibleName(
        tr("Map of the words: arrows move it, plus and minus zoom, 0 shows all, L lists what is "
           "in sight"));
    if (shown()) m_summary->setText(describedMap(*shown()));
    showOffer();
    showProblem();
    showList();
}

void WordMapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void WordMapView::showEvent(QShowEvent* event) {
    m_study->want(true);
    QWidget::showEvent(event);
}

void WordMapView::hideEvent(QHideEvent* event) {
    m_study->want(false);
    QWidget::hideEvent(event);
}

void WordMapView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_canvas->setFocus(event->reason());
}

}  // namespace attentarium
