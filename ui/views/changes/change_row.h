#pragma once

#include <QWidget>

#include "engine/tape/interventions.h"

class QLabel;

namespace attentarium {

class FlatButton;
class Session;

/// One change in words, with the number before and after, and a button that takes it back. Delete does the same.
class ChangeRow : public QWidget {
    Q_OBJECT

  public:
    explicit ChangeRow(const Session& session, QWidget* parent = nullptr);

    /// `applies`: whether the sentence has the place that it is about.
    void show(const Intervention& change, bool applies);
    /// That words were moved: `before` is the sentence as it was.
    void showMoved(const QString& before);

  Q_SIGNALS:
    /// Clicked, or Enter: shows what the change is about.
    void chosen();
    void removeAsked();
    /// To the row above or below.
    void moveAsked(int rows);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void nameParts(const QString& name, const QString& description);

    const Session& m_session;
    QLabel* m_text;
    FlatButton* m_remove;
};

}  // namespace attentarium
