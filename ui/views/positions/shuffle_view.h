#pragma once

#include "ui/session/shuffle_study.h"
#include "ui/views/positions/position_page.h"

class QComboBox;
class QTabBar;

namespace attentarium {

class FlatButton;
class KindBox;
class MatrixPlot;
class WordOrder;

/// The words in another order, with and without positions: what attention and the last vectors of the words do, told in
/// the order of the sentence.
class ShuffleView : public PositionPage {
    Q_OBJECT

  public:
    explicit ShuffleView(Session& session, QWidget* parent = nullptr);
    ~ShuffleView() override;

    bool isBusy() const { return m_study.isBusy(); }
    ShuffleStudy& study() { return m_study; }
    WordOrder& order() { return *m_order; }

  protected:
    void retranslate() override;
    void paintOthers(QPainter& painter, const std::function<QRectF(const QWidget&)>& placeOf) const override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void refresh();
    void showWeights(MatrixPlot& plot, const ShuffledRun& run, bool isAfter);
    void showMoves(MatrixPlot& plot, const QString& title, bool isGuess);
    QString told(const ShuffleResult& result) const;
    int headOf(const ShuffledRun& run) const;

    Session& m_session;
    ShuffleStudy m_study;
    KindBox* m_kinds;
    QComboBox* m_heads;
    FlatButton *m_shuffle, *m_restore;
    QTabBar* m_masks;
    QLabel *m_kindsName, *m_headsName;
    WordOrder* m_order;
    MatrixPlot *m_placedBefore, *m_placedAfter, *m_placelessBefore, *m_placelessAfter, *m_moves, *m_guesses;
};

}  // namespace attentarium
