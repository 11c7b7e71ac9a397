#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <vector>

#include "ui/views/attention/attention_choices.h"

namespace attentarium {

/// One head's switch, with the stroke of its lines before its number.
class HeadChip : public QAbstractButton {
    Q_OBJECT

  public:
    HeadChip(int head, QWidget* parent = nullptr);

    /// Whether no other head has lines.
    void setAlone(bool alone);
    /// What was done to the head in this run, with its sign alone beside the number.
    void setRemark(const QString& signs, const QString& remark);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    /// With a mouse its first click has switched the head before.
    void soloed(bool afterClick);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void name();

    int m_head;
    bool m_alone = false;
    QString m_signs, m_remark;
};

/// The heads of the layer, to be laid over one another: a click switches one, a double click leaves it alone, another
/// brings all back. On the keyboard the space bar and Enter.
class HeadChips : public QWidget {
    Q_OBJECT

  public:
    explicit HeadChips(AttentionChoices& choices, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, heightForWidth(400)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void refresh();
    int arrange(int width, bool apply) const;

    AttentionChoices& m_choices;
    std::vector<HeadChip*> m_chips;
};

}  // namespace attentarium
