#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/training_setup/setup_fields.h"

class QLabel;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace attentarium {

class ChoiceRow;
class FieldRow;
class FlatButton;
class Fold;
class FormRow;
class PresetButton;
class Session;
class Training;
class WholeRow;

/// Everything that is decided before a model is trained: a preset to begin with, below it what is learned, the model
/// and how it is trained, and at the foot what that will take or what is wrong with it.
class SetupForm : public QWidget {
    Q_OBJECT

  public:
    explicit SetupForm(Session& session, QWidget* parent = nullptr);

    /// Learns from a text of the user's.
    void takeFile(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    enum class Group { Learned, Model, Optimizer, Regularisers };
    static constexpr int kGroups = 4;

    void build();
    void buildPresets(QVBoxLayout& column);
    void buildLearned();
    void buildModel();
    void addFields(Group group);
    void retranslate();
    void refresh();
    void showChoices(const RunSetup& setup);
    void showEstimate();
    /// Before anything was set up, the text is in the language that the model on screen speaks.
    void speakAsShown();
    FormRow* rowOf(const Error& error) const;
    void chooseSource(int place);
    void askForFile();
    template <typename Edit>
    void edit(const Edit& change);

    Session& m_session;
    Training& m_training;
    QLabel* m_first;
    std::vector<PresetButton*> m_presets;
    Fold* m_groups[kGroups];
    Fold* m_more[kGroups];
    ChoiceRow* m_language;
    ChoiceRow* m_source;
    FlatButton* m_file;
    ChoiceRow* m_tokenizer;
    WholeRow* m_vocabulary;  ///< of byte pairs
    WholeRow* m_stories;
    ChoiceRow* m_objective;
    ChoiceRow* m_family;
    WholeRow* m_seed;
    std::vector<FieldRow*> m_fields;
    QLabel* m_estimate;
    FlatButton* m_convert;  ///< a file in another encoding
    QScrollArea* m_scroll;
    bool m_touched = false;  ///< whether its user has set up anything
};

}  // namespace attentarium
