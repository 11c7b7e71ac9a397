#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/walked_steps.h"

class QLabel;
class QSpinBox;
class QStackedWidget;
class QTabBar;

namespace attentarium {

class AnswerBar;
class AnswerPicture;
class AnswerStudy;
class BeamView;
class BundledModels;
class ElidedLabel;
class FlatButton;
class FlowLayout;
class LengthChart;
class Session;

/// How an encoder–decoder reads a source and answers it: step by step, by a beam search, and how well by length.
class AnsweringView : public QWidget {
    Q_OBJECT

  public:
    explicit AnsweringView(Session& session, QWidget* parent = nullptr);
    ~AnsweringView() override;

    enum class Page { Steps, Beams, Lengths };
    Page page() const;
    void showPage(Page page);

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    /// The alignment, the nodes of the tree, or the shares by length.
    QString csv() const;
    bool hasNumbers() const;
    bool isBusy() const;
    WalkedSteps& steps();

    AnswerStudy& study() { return *m_study; }
    AnswerPicture& picture() { return *m_picture; }
    BeamView& beams() { return *m_beams; }

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void read();
    void refresh();
    void showProposals();
    void retranslate();
    void fitType();
    QString stepSentence() const;
    QString beamSentence() const;
    QString lengthSentence() const;
    QString stepTable() const;
    QString beamTable() const;
    QString lengthTable() const;

    Session& m_session;
    AnswerStudy* m_study;
    BundledModels* m_models;
    QTabBar* m_tabs;
    QLabel* m_sentence;
    QStackedWidget* m_pages;
    QLabel* m_nothing;
    QStackedWidget* m_stack;
    AnswerPicture* m_picture;
    BeamView* m_beams;
    LengthChart* m_chart;
    ElidedLabel* m_told;
    QLabel* m_widthName;
    QSpinBox* m_width;
    QLabel* m_proposed;
    std::vector<FlatButton*> m_proposals;
    std::vector<int> m_proposedIds;
    FlatButton* m_own;
    AnswerBar* m_bar;
};

}  // namespace attentarium
