#include "ui/window/interface_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace attentarium {
namespace {

Language& current() {
    static Language language = Language::English;
    return language;
}

/// Our texts and those of Qt itself (standard buttons, file dialogs).
struct Translators {
    Translators() {
        loaded = ours.load(QStringLiteral(":/i18n/attentarium_zh_CN.qm"));
        qtLoaded = qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }

    QTranslator ours;
    QTranslator qt;
    bool loaded = false;
    bool qtLoaded = false;
};

Translators& translators() {
    static Translators all;
    return all;
}

}  // namespace

Language interfaceLanguage() {
    return current();
}

void setInterfaceLanguage(Language language) {
    if (language == current()) return;
    current() = language;
    Translators& chinese = translators();
    if (language == Language::Chinese) {
        // Qt's first: what is installed last is asked first.
        if (chinese.qtLoaded) QCoreApplication::installTranslator(&chinese.qt);
        if (chinese.loaded) QCoreApplication::installTranslator(&chinese.ours);
    } else {
        QCoreApplication::removeTranslator(&chinese.ours);
        QCoreApplication::removeTranslator(&chinese.qt);
    }
}

Language languageOfSystem() {
    for (const QString& name : QLocale::system().uiLanguages()) {
        if (const auto language = parseLanguage(name.toStdString())) return *language;
    }
    return Language::English;
}

QString nameOf(Language language) {
    const std::string_view name = languageName(language);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace attentarium
