#pragma once

#include <QAbstractButton>
#include <QStringList>
#include <vector>

namespace attentarium {

/// One of a few choices that stand side by side.
class SegmentButton : public QAbstractButton {
    Q_OBJECT

  public:
    explicit SegmentButton(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A few choices of which one holds.
class SegmentRow : public QWidget {
    Q_OBJECT

  public:
    explicit SegmentRow(int count, QWidget* parent = nullptr);

    /// A title and a tooltip for each choice.
    void setTexts(const QStringList& titles, const QStringList& hints);
    void setChosen(int choice);
    SegmentButton* button(int choice) const { return m_buttons[static_cast<std::size_t>(choice)]; }

  Q_SIGNALS:
    void chosen(int choice);

  private:
    std::vector<SegmentButton*> m_buttons;
};

}  // namespace attentarium
