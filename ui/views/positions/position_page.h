#pragma once

#include <QWidget>
#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace attentarium {

class ElidedLabel;
class FlowLayout;
class Plot;

/// What the pages of positions have in common: a sentence made from the numbers on the page, controls, pictures side by
/// side (or one below the other, where it is narrow), and a line that tells what is pointed at.
class PositionPage : public QWidget {
    Q_OBJECT

  public:
    ~PositionPage() override;

    /// Paints the sentence and the pictures, for a file or the clipboard.
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const;

    QString sentence() const;
    QString toldText() const;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    explicit PositionPage(QWidget* parent);

    /// A control with its name before it.
    QLabel* addControl(QWidget* control);
    void addPlain(QWidget* control);
    QBoxLayout& pictures() { return *m_pictures; }
    QWidget* inside() { return m_inside; }
    void say(const QString& sentence);
    /// Instead of the pictures, why there are none; empty shows them again.
    void sayProblem(const QString& problem);
    void tell(const QString& told);
    void follow(Plot& plot);
    /// The words on the page, all of them; also after a change of theme, for colours of lines.
    virtual void retranslate() = 0;
    /// What else stands among the pictures, for a file; `placeOf` says where a widget of the page is there.
    virtual void paintOthers(QPainter&, const std::function<QRectF(const QWidget&)>&) const {}
    /// The pictures that are shown now, in order.
    std::vector<Plot*> shownPlots() const;

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QString pictureText() const;
    double wordsHeight() const;

    QScrollArea* m_scroll;
    QWidget* m_inside;
    QLabel* m_sentence;
    FlowLayout* m_controls;
    QLabel* m_problem;
    QWidget* m_pictureArea;
    QBoxLayout* m_pictures;
    ElidedLabel* m_told;
    std::vector<Plot*> m_plots;
};

}  // namespace attentarium
