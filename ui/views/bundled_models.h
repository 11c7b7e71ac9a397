#pragma once

#include <QWidget>
#include <vector>

namespace attentarium {

class FlatButton;
class Session;

/// A bundled model that a page has use for.
struct BundledModel {
    QString folder;     ///< below the bundled checkpoints: "reverse"
    const char* title;  ///< marked with `QT_TRANSLATE_NOOP("attentarium::BundledModels", …)`
    QString text;       ///< the sentence that it begins with; empty: the one that stands, or an example
};

/// A button for each of a page's bundled models that are there; that of the open one is checked.
class BundledModels : public QWidget {
    Q_OBJECT

  public:
    BundledModels(Session& session, std::vector<BundledModel> models, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void showOpen();

    Session& m_session;
    std::vector<BundledModel> m_models;
    std::vector<FlatButton*> m_buttons;
};

}  // namespace attentarium
