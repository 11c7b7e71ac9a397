#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace attentarium {

/// A title that opens and closes what stands below it.
class Fold : public QWidget {
    Q_OBJECT

  public:
    enum class AtFirst { Open, Closed };
    enum class Look { Group, Quiet };

    explicit Fold(AtFirst atFirst, Look look, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void add(QWidget* row);
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Hidden while nothing in it is wanted.
    void hideIfEmpty();

  private:
    QToolButton* m_title;
    QWidget* m_content;
    QVBoxLayout* m_rows;
    bool m_open = false;
};

}  // namespace attentarium
