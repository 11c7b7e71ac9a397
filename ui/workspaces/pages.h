#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "ui/views/walked_steps.h"
#include "ui/workspaces/view_workspace.h"

class QStackedWidget;
class QTabBar;

namespace attentarium {

/// Views under tabs, one of them shown. Ctrl+Page Up and Ctrl+Page Down go from one to the next.
class Pages : public QWidget {
    Q_OBJECT

  public:
    explicit Pages(const QString& name, QWidget* parent = nullptr);

    /// `title` is marked with `QT_TRANSLATE_NOOP("attentarium::Pages", …)`.
    void add(const QString& name, const char* title, std::unique_ptr<Workspace> page);
    QStringList names() const;
    Workspace* current() const;
    void show(const QString& name);
    using QWidget::show;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  Q_SIGNALS:
    void pageChanged();

  protected:
    void changeEvent(QEvent* event) override;
    /// Hands it on to the tabs: a focus proxy would do it for Tab too, which then would leap over them.
    void focusInEvent(QFocusEvent* event) override;

  private:
    struct Page {
        QString name;
        const char* title;
        std::unique_ptr<Workspace> workspace;
    };

    void retranslate();

    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    std::vector<Page> m_pages;
};

/// A workspace of pages: what is asked of it, it asks of the page that is shown.
class PagedWorkspace : public Workspace {
  public:
    explicit PagedWorkspace(const QString& name) : m_widget(new Pages(name)) {}

    /// A page of a view that `add` makes the workspace's own.
    template <typename View>
    View& add(const QString& name, const char* title, View* view) {
        m_widget->add(name, title, workspaceOf(*view));
        return *view;
    }
    Pages& tabs() { return *m_widget; }

    QWidget* widget() override { return m_widget; }
    void paint(QPainter& painter, const QRectF& target) override { page().paint(painter, target); }
    QSizeF pictureSize() override { return page().pictureSize(); }
    QString csv() override { return page().csv(); }
    bool hasNumbers() override { return page().hasNumbers(); }
    bool isBusy() override { return page().isBusy(); }
    WalkedSteps* steps() override { return page().steps(); }
    bool canZoom() const override { return m_widget->current()->canZoom(); }
    void zoomIn() override { page().zoomIn(); }
    void zoomOut() override { page().zoomOut(); }
    void zoomToFit() override { page().zoomToFit(); }
    QStringList pages() override { return m_widget->names(); }
    void showPage(const QString& name) override { m_widget->show(name); }

  private:
    Workspace& page() { return *m_widget->current(); }

    Pages* m_widget;  ///< belongs to the window once it stands in it
};

}  // namespace attentarium
