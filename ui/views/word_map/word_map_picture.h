#pragma once

#include <QFont>
#include <QPixmap>
#include <QPolygonF>
#include <QStaticText>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "ui/session/word_map.h"
#include "ui/views/word_map/label_layout.h"
#include "ui/views/word_map/word_class_look.h"

class QPainter;

namespace attentarium {

/// a − b + c = ?, as places in the cloud.
struct ShownAnalogy {
    int a = 0, b = 0, c = 0;
    std::optional<int> found;

    bool operator==(const ShownAnalogy&) const = default;
};

/// What is marked on the map.
struct MapMarks {
    std::optional<int> word;            ///< under the pointer, or chosen
    std::vector<Neighbour> neighbours;  ///< of it
    std::vector<int> sentence;          ///< words of the sentence
    std::vector<int> caught;            ///< by the lasso
    std::optional<ShownAnalogy> analogy;

    bool operator==(const MapMarks&) const = default;
};

/// The map as it is painted: which part of it is seen at which scale, and where the labels stand. Panning moves what is
/// laid out already.
class WordMapPicture {
  public:
    void setMap(const std::shared_ptr<const WordMap>& map);
    const std::shared_ptr<const WordMap>& map() const { return m_map; }
    void setMarks(const MapMarks& marks);
    const MapMarks& marks() const { return m_marks; }
    void setFont(const QFont& font);
    void setArea(const QSizeF& area);
    const QSizeF& area() const { return m_area; }
    /// A second model: as a map of its own beside the first, or as arrows to where the words lie there.
    void setOtherAsArrows(bool arrows);
    /// The colours or the language are others.
    void forgetLooks();

    void pan(QPointF pixels);
    /// Keeps what lies at `about`.
    void zoom(double factor, QPointF about);
    void fit();
    bool isFitted() const { return m_isFitted; }
    /// Shows the part of the map around these places, in its units.
    void frame(const std::vector<QPointF>& places);
    /// Moves the map as little as brings the word into sight.
    void bringIntoSight(int word);

    std::optional<int> wordAt(QPointF position) const;
    std::vector<int> wordsIn(const QPolygonF& lasso) const;
    std::vector<int> wordsInSight() const;
    /// Where a word lies in the first map.
    QPointF placeOf(int word) const;
    /// The labels that are seen, with their places; for tests too.
    std::vector<PlacedLabel> labelsInSight() const;

    enum class Points { AsPixels, AsVectors };
    void paint(QPainter& painter, Points points) const;

  private:
    struct Pane {
        QRectF rect;
        bool isOther = false;
        std::vector<int> words;       ///< places in the cloud
        std::vector<QPointF> points;  ///< in pixels from the origin of the map
        std::vector<PlacedLabel> labels;
    };

    void layOut();
    void layOutLabels();
    QPointF offset(const Pane& pane) const;
    const Pane* paneAt(QPointF position) const;
    QRectF bounds() const;
    QRectF mapRect() const;
    std::vector<std::pair<int, QRectF>> legend() const;
    bool hasArrows() const { return m_map && m_map->other && m_otherAsArrows; }
    bool hasOtherPane() const { return m_map && m_map->other && !m_otherAsArrows; }
    double dotScale() const;
    const QPixmap& dot(int look, double ratio) const;

    void paintPane(QPainter& painter, const Pane& pane, Points points) const;
    void paintAxes(QPainter& painter, const Pane& pane) const;
    std::vector<std::pair<QRectF, QString>> axisLabels(const Pane& pane) const;
    void paintArrows(QPainter& painter, const Pane& pane) const;
    void paintDots(QPainter& painter, const Pane& pane, Points points) const;
    void paintMarkedLabels(QPainter& painter, const Pane& pane, std::vector<QRectF>& taken) const;
    void paintLabels(QPainter& painter, const Pane& pane, const std::vector<QRectF>& taken) const;
    void paintAnalogy(QPainter& painter, const Pane& pane) const;
    void paintLegend(QPainter& painter) const;

    std::shared_ptr<const WordMap> m_map;
    MapMarks m_marks;
    QFont m_font;
    QSizeF m_area{400, 300};
    bool m_otherAsArrows = true;
    bool m_isFitted = true;
    double m_scale = 1;  ///< pixels for each unit
    QPointF m_centre;    ///< of the map, in units
    std::vector<Pane> m_panes;
    std::vector<QSizeF> m_sizes;  ///< of the labels, by word
    mutable std::vector<QStaticText> m_texts;
    std::vector<int> m_looks;  ///< by word
    std::array<int, kWordLooks> m_counts{};
    mutable std::array<QPixmap, kWordLooks> m_dots;
    mutable double m_dotRatio = 0;
};

}  // namespace attentarium
