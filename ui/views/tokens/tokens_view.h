#pragma once

#include <QWidget>

#include "ui/views/walked_steps.h"

class QPainter;
class QStackedWidget;
class QTabBar;

namespace attentarium {

class CompareView;
class CorpusView;
class MergeBar;
class MergesView;
class Session;
class TextChoice;
class TextStudy;

/// How a text becomes tokens: cut three ways, byte pairs merge by merge, and what stands in the text.
class TokensView : public QWidget {
    Q_OBJECT

  public:
    explicit TokensView(Session& session, QWidget* parent = nullptr);
    ~TokensView() override;

    enum class Page { Compare, Merges, Corpus };
    Page page() const;
    void showPage(Page page);

    /// Paints the page that is shown, for a file or the clipboard.
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    /// The tokens, the pairs or the words, divided by commas.
    QString csv() const;
    bool hasNumbers() const;
    /// The merges, for the keys of the transport bar.
    WalkedSteps& steps();

    CompareView& compare() { return *m_compare; }
    MergesView& merges() { return *m_merges; }
    CorpusView& corpus() { return *m_corpus; }
    MergeBar& bar() { return *m_bar; }
    TextChoice& choice() { return *m_choice; }

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  Q_SIGNALS:
    /// A run that learns the text is set up.
    void readyToTrain();

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    /// Hands it on to the tabs. A focus proxy would do it for Tab too, which then would leap over what stands before.
    void focusInEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void openText();
    void openTokenizer();
    void saveTokenizer();
    void retranslate();

    TextStudy& m_study;
    TextChoice* m_choice;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    CompareView* m_compare;
    MergesView* m_merges;
    CorpusView* m_corpus;
    MergeBar* m_bar;
    QString m_folder;  ///< where the last file was chosen
};

}  // namespace attentarium
