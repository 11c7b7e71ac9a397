#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/session/word_map_study.h"
#include "ui/views/word_map/word_map_picture.h"

class QLabel;
class QPainter;
class QSplitter;

namespace attentarium {

class MapProblemLine;
class Session;
class WordFields;
class WordList;
class WordMapCanvas;
class WordMapControls;

/// The words of the model as a map in two dimensions, with the nearest words of each, analogies, and a second model
/// beside it.
class WordMapView : public QWidget {
    Q_OBJECT

  public:
    explicit WordMapView(Session& session, QWidget* parent = nullptr);
    ~WordMapView() override;

    /// Paints the part of the map that is seen, with what is said of it, for a file or the clipboard.
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    /// A line for each word with its place, and its place in the second model.
    QString csv() const;
    bool hasNumbers() const;
    bool isBusy() const;

    WordMapStudy& study() { return *m_study; }
    WordMapCanvas& canvas() { return *m_canvas; }
    WordList& list() { return *m_list; }
    WordFields& fields() { return *m_fields; }
    std::optional<int> word() const { return m_word; }
    QString summary() const;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    /// Hands it on to the map. A focus proxy would do it for Tab too, which then would leap over what stands before.
    void focusInEvent(QFocusEvent* event) override;

  private:
    enum class Listed { Nearest, Analogy, Caught };

    void showMap();
    void showMarks();
    void showList();
    void showProblem();
    void showOffer();
    void followSession();
    void choose(int word);
    void chooseInList(int word);
    void search(bool isTyping);
    void answerAnalogy();
    void frameAnalogy();
    void replaceWord(const QString& unknown, const QString& known);
    void retranslate();
    const WordCloud* cloud() const;
    const std::shared_ptr<const WordMap>& shown() const;

    Session& m_session;
    std::unique_ptr<WordMapStudy> m_study;
    WordMapControls* m_controls;
    WordFields* m_fields;
    MapProblemLine* m_problem;
    QSplitter* m_splitter;
    WordMapCanvas* m_canvas;
    WordList* m_list;
    QLabel* m_summary;
    std::shared_ptr<const WordCloud> m_cloud;  ///< that the places below are of
    std::optional<int> m_word;
    QString m_wordText;  ///< of the chosen word, to find it in the next cloud
    Listed m_listed = Listed::Nearest;
    std::optional<ShownAnalogy> m_analogy;
    std::vector<Neighbour> m_answers;
    std::vector<int> m_caught;
    std::optional<MapProblem> m_fieldProblem;
    bool m_isProblemOfSearch = false;
    QString m_offered;  ///< the folder of the bundled model that is offered
};

}  // namespace attentarium
