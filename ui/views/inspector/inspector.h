#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "engine/trace/trace.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace attentarium {

class FlatButton;
class Histogram;
class Session;

/// "This number": where the chosen cell comes from and what changes it, with the very numbers, and its tensor.
class Inspector : public QWidget {
    Q_OBJECT

  public:
    explicit Inspector(Session& session, QWidget* parent = nullptr);

    /// What Ctrl+C copies: the terms behind the chosen number, or the rows of the tensor.
    QString tableText() const;

    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

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
    void showTensor(Var node, Quantity quantity, std::optional<std::int64_t> cell);
    void showSection(const Section& section, const QString& title, const QString& html);
    void follow(const QString& link);
    void goBack();
    std::optional<Cell> chosen() const;
    Var shownNode() const;

    Session& m_session;
    std::vector<Cell> m_history;
    std::optional<Cell> m_current;
    bool m_goingBack = false;
    bool m_all = false;

    QScrollArea* m_scroll;
    FlatButton* m_back;
    QLabel* m_heading;
    QLabel* m_title;
    QLabel* m_address;
    FlatButton* m_value;
    FlatButton* m_gradient;
    Section m_source;
    Section m_change;
    Section m_update;
    Section m_tensor;
    Histogram* m_histogram;
    QLabel* m_facts;
    FlatButton* m_copy;
};

}  // namespace attentarium
