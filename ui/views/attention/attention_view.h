#pragma once

#include <QWidget>

#include "ui/session/session.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace attentarium {

class AttentionChoices;
class ElidedLabel;
class HeadGrid;
class HeadChips;
class HeatmapView;
class LinesView;
class ScoreView;

/// Who looks at whom: every head of every layer as a small picture, and one matrix large.
class AttentionView : public QWidget {
    Q_OBJECT

  public:
    explicit AttentionView(Session& session, QWidget* parent = nullptr);
    ~AttentionView() override;

    /// Paints what is shown large, the whole of it whatever the zoom, for a file or the clipboard.
    /// Whether its picture keeps up with the session while it cannot be seen: a film is made of it.
    void followHidden(bool follows);
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    /// The numbers of the matrix, divided by commas; empty where there is none.
    QString csv() const;
    bool hasNumbers() const;

    AttentionChoices& choices() { return *m_choices; }
    HeadGrid& grid() { return *m_grid; }
    HeatmapView& heatmap() { return *m_heatmap; }
    LinesView& lines() { return *m_lines; }
    ScoreView& scores() { return *m_scores; }

    /// How the matrix is shown large.
    enum class Form { Heatmap, Lines, Scores };
    Form form() const;
    void showForm(Form form);

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
    /// Hands it on to what is shown large. A focus proxy would do it for Tab too, which then would leap over all that
    /// stands before.
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void refresh();
    void retranslate();
    QWidget* large() const;
    void divide();
    QString titleShown() const;
    void paintHeatmap(QPainter& painter) const;

    Session& m_session;
    AttentionChoices* m_choices;
    QStackedWidget* m_pages;
    QLabel* m_nothing;
    QSplitter* m_splitter;
    bool m_divided = false;  ///< by hand
    HeadGrid* m_grid;
    ElidedLabel* m_title;
    QTabBar* m_forms;
    QStackedWidget* m_large;
    HeatmapView* m_heatmap;
    HeadChips* m_chips;
    LinesView* m_lines;
    ScoreView* m_scores;
    ElidedLabel* m_told;
    bool m_followsHidden = false;
};

}  // namespace attentarium
