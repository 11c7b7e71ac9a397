#pragma once

#include <QWidget>

class QLabel;

namespace attentarium {

class EffectBars;
class Session;

/// What came of the changes: the loss and the likeliest words, before and after.
class EffectSection : public QWidget {
    Q_OBJECT

  public:
    explicit EffectSection(const Session& session, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void showLoss();
    void showShares();

    const Session& m_session;
    QLabel* m_title;
    QLabel* m_compared;
    QLabel* m_loss;
    QLabel* m_after;
    EffectBars* m_bars;
};

}  // namespace attentarium
