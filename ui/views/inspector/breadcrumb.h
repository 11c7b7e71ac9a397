#pragma once

#include <QWidget>

class QLabel;

namespace attentarium {

class FlatButton;
class Session;
class Trail;

/// The trail from a number to its sources as words to click, with back and forward.
class Breadcrumb : public QWidget {
    Q_OBJECT

  public:
    explicit Breadcrumb(const Session& session, QWidget* parent = nullptr);

    /// Hidden while there is nowhere to go.
    void show(const Trail& trail);

  Q_SIGNALS:
    /// To that place of the trail.
    void asked(int place);

  private:
    QString shortName(int place) const;
    QString fullName(const Trail& trail, int place) const;

    const Session& m_session;
    FlatButton* m_back;
    FlatButton* m_forward;
    QLabel* m_crumbs;
    QStringList m_names;
    int m_at = 0;
};

}  // namespace attentarium
