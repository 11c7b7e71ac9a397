#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QSpinBox>

#include "engine/runs/presets.h"
#include "tests/ui/training_setup/training_desk.h"
#include "ui/explain/field_words.h"
#include "ui/session/training.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/preset_button.h"

using namespace attentarium;
using namespace attentarium::test;

TEST_CASE("A preset is one click, and its time, parameters and memory follow") {
    TrainingDesk desk;
    auto& minute = desk.find<PresetButton>("one-minute");
    QTest::mouseClick(&minute, Qt::LeftButton);
    CHECK(desk.training().setup() == setupOf("one-minute", Language::English));
    CHECK(minute.isChecked());
    CHECK_FALSE(desk.find<PresetButton>("five-minutes").isChecked());
    REQUIRE(TrainingDesk::waitFor([&] { return desk.training().estimate().has_value(); }));
    CHECK(desk.text("estimate").contains(QStringLiteral("parameters")));
    // Its text in another language is another setup, and still the preset.
    TrainingDesk::choose(desk.find<ChoiceRow>("language").box(), choiceLabel("language", "zh"));
    CHECK(desk.training().setup() == setupOf("one-minute", Language::Chinese));
    CHECK(minute.isChecked());
    // By the keyboard too.
    desk.find<PresetButton>("ten-seconds").setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(desk.training().setup() == setupOf("ten-seconds", Language::English));
}

TEST_CASE("The form has a line for each field that the family uses, and for no other") {
    TrainingDesk desk;
    for (const Family family : trainableFamilies()) {
        TrainingDesk::choose(desk.find<ChoiceRow>("family").box(), choiceLabel("family", nameOf(family)));
        const RunSetup& setup = desk.training().setup();
        CHECK(setup.model.family == family);
        CHECK(setup.settings.objective == objectiveOf(family));
        for (const SetupField& field : setupFields()) {
            auto* const row = desk.form->findChild<FieldRow*>(QString::fromUtf8(field.name));
            CAPTURE(std::string(field.name));
            if (field.name == "objective") continue;
            REQUIRE(row);
            CHECK(row->isHidden() != isUsed(setup, field));
        }
    }
}

TEST_CASE("What is typed and chosen is set up") {
    TrainingDesk desk;
    TrainingDesk::type(*desk.field("width").findChild<QSpinBox*>(), QStringLiteral("32"));
    CHECK(desk.training().setup().model.width == 32);
    TrainingDesk::type(*desk.field("peak_rate").findChild<QAbstractSpinBox*>(), QStringLiteral("3e-4"));
    CHECK(desk.training().setup().settings.peakRate == 3e-4);
    TrainingDesk::choose(*desk.field("optimizer").findChild<QComboBox*>(), QStringLiteral("SGD"));
    CHECK(desk.training().setup().settings.optimizer == OptimizerKind::Sgd);
    CHECK_FALSE(desk.field("beta2").isVisibleTo(desk.form));
    TrainingDesk::choose(desk.find<ChoiceRow>("objective").box(), choiceLabel("objective", "masked-token"));
    CHECK(desk.training().setup().model.family == Family::Bert);
    TrainingDesk::choose(desk.find<ChoiceRow>("source").box(), choiceLabel("task", "addition"));
    REQUIRE(desk.training().setup().task);
    TrainingDesk::type(*desk.field("digits").findChild<QSpinBox*>(), QStringLiteral("2"));
    CHECK(desk.training().setup().task->digits == 2);
    QTest::mouseClick(desk.field("least_digit_first").findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    CHECK_FALSE(desk.training().setup().task->leastDigitFirst);
}

TEST_CASE("A wrong value is told beside its field and where the estimate stands") {
    TrainingDesk desk;
    desk.training().setSetup([] {
        RunSetup setup = smallRun(40);
        setup.model.heads = 4;
        setup.model.width = 16;
        return setup;
    }());
    CHECK(desk.field("width").problem().isEmpty());
    TrainingDesk::type(*desk.field("width").findChild<QSpinBox*>(), QStringLiteral("18"));
    CHECK(desk.field("width").problem().contains(QStringLiteral("18")));
    CHECK(desk.text("estimate").contains(QStringLiteral("Choose a multiple")));
    CHECK_FALSE(desk.button("run").isEnabled());
    // What is wrong is not left where nobody looks.
    TrainingDesk::type(*desk.field("width").findChild<QSpinBox*>(), QStringLiteral("16"));
    CHECK(desk.field("width").problem().isEmpty());
    CHECK(desk.button("run").isEnabled());
}

TEST_CASE("A text of one's own is dropped on the form") {
    TrainingDesk desk;
    const QString path = desk.folder.filePath(QStringLiteral("my own story.txt"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("the fox ate a red apple . ").repeated(200));
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.form, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.form, &drop);
    CHECK(desk.training().setup().corpus.corpus == path.toStdString());
    CHECK(desk.button("file").text() == QStringLiteral("my own story.txt"));
    CHECK(TrainingDesk::waitFor([&] { return desk.training().estimate().has_value(); }));
    // A file that is not there is told beside the text.
    desk.form->takeFile(desk.folder.filePath(QStringLiteral("gone.txt")));
    CHECK(TrainingDesk::waitFor([&] { return desk.training().setupProblem().has_value(); }));
    CHECK(desk.find<ChoiceRow>("source").problem().contains(QStringLiteral("gone.txt")));
}

TEST_CASE("A file in another encoding is learned from as a copy, after a click") {
    TrainingDesk desk;
    // "今天下雨" and a line end, in GB18030, as often as a corpus needs.
    const QString path = desk.folder.filePath(QStringLiteral("rain.txt"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = QByteArray("\xBD\xF1\xCC\xEC\xCF\xC2\xD3\xEA\n").repeated(400);
    file.write(bytes);
    file.close();
    desk.training().setSetup(smallRun(40));
    desk.form->takeFile(path);
    auto& convert = desk.find<FlatButton>("convert");
    REQUIRE(TrainingDesk::waitFor([&] { return !convert.isHidden(); }));
    CHECK(convert.text().contains(QStringLiteral("GB18030")));
    CHECK(desk.text("estimate").contains(QStringLiteral("UTF-8")));
    QTest::mouseClick(&convert, Qt::LeftButton);
    REQUIRE(TrainingDesk::waitFor([&] { return desk.training().estimate().has_value(); }));
    CHECK(convert.isHidden());
    const QString copy = QString::fromStdString(desk.training().setup().corpus.corpus);
    CHECK(copy.startsWith(desk.training().textsFolder()));
    CHECK(readText(copy).text == QStringLiteral("今天下雨\n").repeated(400).toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == bytes);
}
