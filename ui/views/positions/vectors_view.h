#pragma once

#include "ui/session/position_study.h"
#include "ui/views/positions/position_page.h"

class QComboBox;
class QSpinBox;
class QTabBar;

namespace attentarium {

class FlatButton;
class KindBox;
class LinePlot;
class MatrixPlot;

/// The vectors that tell a model where a word stands: as a matrix and as waves, their products, and how they are added
/// to a word.
class VectorsView : public PositionPage {
    Q_OBJECT

  public:
    explicit VectorsView(Session& session, QWidget* parent = nullptr);
    ~VectorsView() override;

    enum class Form { Waves, Products, Sum };
    Form form() const;
    void showForm(Form form);
    bool isBusy() const { return m_study.isBusy(); }

    PositionStudy& study() { return m_study; }
    int dimension() const { return m_dimension; }
    void chooseDimension(int dimension);

  protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void refresh();
    void showWaves(const PositionLook& look);
    void showProducts(const PositionLook& look);
    void showSum(const PositionLook& look);
    QString dimensionSentence(const PositionLook& look) const;
    int wordShown(const PositionLook& look) const;
    void chooseWord(int word);
    /// Makes a number of the open model's run the one that the inspector explains.
    void explain(const std::optional<Var>& node, std::int64_t row, int column);

    Session& m_session;
    PositionStudy m_study;
    KindBox* m_kinds;
    QTabBar* m_forms;
    QSpinBox* m_dimensions;
    QComboBox* m_words;
    FlatButton* m_open;
    QLabel *m_kindsName, *m_dimensionsName, *m_wordsName;
    MatrixPlot *m_matrix, *m_products, *m_sum;
    LinePlot *m_waves, *m_distances;
    int m_dimension = 2;
    std::vector<Var> m_summands;  ///< of the rows that are added up
    int m_word = 0;               ///< of a sentence that is not the session's
};

}  // namespace attentarium
