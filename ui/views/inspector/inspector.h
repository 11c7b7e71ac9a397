#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "engine/trace/trace.h"
#include "ui/views/inspector/trail.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace attentarium {

class Breadcrumb;
class DifferenceLine;
class FlatButton;
class Session;
class TensorSummary;
class TrySection;

/// "This number": where the chosen cell comes from and what changes it, with the very numbers, and its tensor.
class Inspector : public QWidget {
    Q_OBJECT

  public:
    explicit Inspector(Session& session, QWidget* parent = nullptr);

    /// What Ctrl+C copies: the terms behind the chosen number, or the rows of the tensor.
    QString tableText() const;
    /// Asks for the number that the chosen cell is to have, where one is chosen that can be set.
    void askForNumber();
    /// Along the trail of sources, to where the walk came from and forward again.
    void goBack() { goTo(m_trail.at() - 1); }
    void goForward() { goTo(m_trail.at() + 1); }

    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Section {
        QLabel* title;
        QLabel* text;
    };

    void build();
    Section addSection(QVBoxLayout* column, const char* name);
    void retranslate();
    void selectionMoved();
    void traceMoved();
    void showAll();
    void showCell(const Cell& cell);
    void showStep();
    void showSection(const Section& section, const QString& title, const QString& html);
    void follow(const QString& link);
    void followTrail();
    void goTo(int place);
    /// Chooses a cell without beginning a new trail.
    void walk(const Cell& cell);
    std::optional<Cell> chosen() const;
    /// Whether the cell belongs to a word after which nothing counts.
    bool isUntold(const Cell& cell) const;
    Var shownNode() const;

    Session& m_session;
    Trail m_trail;
    std::optional<Cell> m_current;
    bool m_walking = false;
    bool m_all = false;

    QScrollArea* m_scroll;
    Breadcrumb* m_crumbs;
    QLabel* m_heading;
    QLabel* m_title;
    QLabel* m_address;
    DifferenceLine* m_difference;
    FlatButton* m_release;
    FlatButton* m_value;
    FlatButton* m_gradient;
    Section m_source;
    Section m_change;
    Section m_update;
    TensorSummary* m_tensor;
    TrySection* m_try;
    FlatButton* m_copy;
};

}  // namespace attentarium
