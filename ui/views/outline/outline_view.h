#pragma once

#include <QTreeView>

namespace attentarium {

class OutlineModel;
class Session;

/// The model as a tree of its parts. A click goes to the step that shows the part and chooses it in all views.
class OutlineView : public QTreeView {
    Q_OBJECT

  public:
    explicit OutlineView(Session& session, QWidget* parent = nullptr);

    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void retranslate();
    void showTrace();
    void showStep();
    void choose(const QModelIndex& index);
    void fitColumns();

    Session& m_session;
    OutlineModel* m_model;
};

}  // namespace attentarium
