#pragma once

#include <QWidget>

#include "ui/views/unrolled/unrolled_picture.h"
#include "ui/views/walked_steps.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class QTabBar;

namespace attentarium {

class FlatButton;
class ModelOffer;
class Session;
class TimeBar;
class UnrolledCanvas;

/// A recurrent network unrolled over the words: every vector of one layer at every word, forward and back through time.
class UnrolledView : public QWidget {
    Q_OBJECT

  public:
    explicit UnrolledView(Session& session, QWidget* parent = nullptr);
    ~UnrolledView() override;

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const { return !m_layers.empty(); }
    WalkedSteps& steps();
    void zoomIn();
    void zoomOut();
    void zoomToFit();

    UnrolledCanvas& canvas() { return *m_canvas; }
    TimeBar& bar() { return *m_bar; }
    QString told() const;
    QString summary() const;

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void readTrace();
    void refresh();
    void choose(const UnrolledPlace& place);
    void followStep();
    void tell();
    void retranslate();
    UnrolledPicture picture() const;
    QStringList linesBelow(const UnrolledLayer& layer, bool backward) const;
    QString placeText() const;
    const UnrolledLayer& layer() const { return m_layers[static_cast<std::size_t>(m_layer)]; }
    int liveliestUnit() const;

    /// What the sentence above the drawing is about.
    struct SummaryOf {
        const Trace* trace = nullptr;
        int layer = 0;
        bool isBackward = false;

        bool operator==(const SummaryOf&) const = default;
    };

    Session& m_session;
    std::shared_ptr<const Trace> m_trace;  ///< that was read
    std::vector<UnrolledLayer> m_layers;
    SummaryOf m_summaryOf;
    int m_layer = 0;
    int m_unit = -1;  ///< −1: not chosen yet
    QStackedWidget* m_pages;
    ModelOffer* m_offer;
    QLabel *m_layerName, *m_unitName;
    QComboBox* m_layerChoice;
    QSpinBox* m_unitChoice;
    FlatButton* m_between;
    QTabBar* m_ways;
    QLabel* m_summary;
    QScrollArea* m_scroll;
    UnrolledCanvas* m_canvas;
    QLabel* m_told;
    TimeBar* m_bar;
};

}  // namespace attentarium
