#pragma once

#include <QWidget>
#include <optional>

#include "ui/views/word_vectors/similarity_drawing.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTabBar;

namespace attentarium {

class ElidedLabel;
class FlatButton;
class Session;

/// How alike chosen words are, as a matrix of cosines, and how they lean along a direction that pairs of words define.
class SimilarityView : public QWidget {
    Q_OBJECT

  public:
    explicit SimilarityView(Session& session, QWidget* parent = nullptr);

    enum class Form { Similarity, Bias };
    Form form() const;
    void showForm(Form form);

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const { return form() == Form::Bias ? !m_report.isEmpty() : m_similarity.count() > 0; }

    const SimilarityPicture& similarity() const { return m_similarity; }
    const WordBiasReport& report() const { return m_report; }
    VectorFigure& figure() { return *m_figure; }

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void refresh();
    void readSimilarity();
    void readBias();
    void addWords();
    void draw(FigureSheet& sheet);
    void retranslate();

    Session& m_session;
    QTabBar* m_forms;
    QLabel *m_addName, *m_orderName, *m_pairsName, *m_wordsName;
    QLineEdit *m_add, *m_pairs, *m_words;
    QComboBox* m_order;
    QLabel* m_remark;
    FlatButton *m_again, *m_open;
    VectorFigure* m_figure;
    ElidedLabel* m_told;
    QStringList m_chosen;  ///< words of the matrix, in the order in which they were given
    bool m_isOwn = false;  ///< whether the user has chosen them
    bool m_hasOwnPairs = false, m_hasOwnWords = false;
    QStringList m_refused;
    SimilarityPicture m_similarity;
    WordBiasReport m_report;
    std::pair<int, int> m_pair{-1, -1};
};

}  // namespace attentarium
