#pragma once

#include <QApplication>
#include <QFont>

namespace attentarium {

/// The one application of a test program, with a pinned font so that sizes and pictures repeat.
inline QApplication& testApplication() {
    static int argc = 1;
    static char name[] = "test";
    static char* argv[] = {name, nullptr};
    static QApplication* const application = [] {
        // A test may have made one of a kind of its own.
        auto* made = qobject_cast<QApplication*>(QCoreApplication::instance());
        if (!made) made = new QApplication(argc, argv);
        QApplication::setStyle(QStringLiteral("Fusion"));
        QApplication::setFont(QFont(QStringLiteral("Noto Sans CJK SC"), 10));
        return made;
    }();
    return *application;
}

}  // namespace attentarium
