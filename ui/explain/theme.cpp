#include "ui/explain/theme.h"

#include <QGuiApplication>
#include <algorithm>
#include <cmath>

namespace attentarium {
namespace {

Theme lightTheme() {
    return {.kind = ThemeKind::Light,
            .window = QColor(0xffffff),
            .stage = QColor(0xf4f6f8),
            .panel = QColor(0xffffff),
            .line = QColor(0xd5d9de),
            .ink = QColor(0x1c2430),
            .mutedInk = QColor(0x56606c),
            .accent = QColor(0x0072b2),
            .accentSoft = QColor(0xe6edf5),
            .onAccent = QColor(0xffffff),
            .notice = QColor(0xfff8e6),
            .noticeLine = QColor(0xe8c66a),
            .query = QColor(0x0072b2),
            .key = QColor(0xd55e00),
            .value = QColor(0x009e73),
            .attention = QColor(0x9a4f96),
            .forward = QColor(0x0072b2),
            .loss = QColor(0x6b7280),
            .backward = QColor(0xe69f00),
            .update = QColor(0x009e73)};
}

Theme darkTheme() {
    return {.kind = ThemeKind::Dark,
            .window = QColor(0x1d2127),
            .stage = QColor(0x15181d),
            .panel = QColor(0x272c34),
            .line = QColor(0x3b424d),
            .ink = QColor(0xe8ecf1),
            .mutedInk = QColor(0xa7b0bc),
            .accent = QColor(0x56b4e9),
            .accentSoft = QColor(0x23384a),
            .onAccent = QColor(0x0b1218),
            .notice = QColor(0x3a321c),
            .noticeLine = QColor(0x8a7430),
            .query = QColor(0x56b4e9),
            .key = QColor(0xff8a3d),
            .value = QColor(0x2fc79a),
            .attention = QColor(0xcc86c8),
            .forward = QColor(0x56b4e9),
            .loss = QColor(0xa7b0bc),
            .backward = QColor(0xf0b43c),
            .update = QColor(0x2fc79a)};
}

Theme highContrastTheme() {
    Theme theme = darkTheme();
    theme.kind = ThemeKind::HighContrast;
    theme.window = theme.stage = theme.panel = QColor(Qt::black);
    theme.line = theme.ink = theme.mutedInk = QColor(Qt::white);
    theme.accent = QColor(0xffd43b);
    theme.accentSoft = QColor(0x333000);
    theme.onAccent = QColor(Qt::black);
    theme.notice = QColor(0x262200);
    theme.noticeLine = QColor(0xffd43b);
    return theme;
}

/// As WCAG 2 defines it.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(static_cast<double>(colour.redF())) + 0.7152 * linear(static_cast<double>(colour.greenF())) +
           0.0722 * linear(static_cast<double>(colour.blueF()));
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one) + 0.05, b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

Theme& current() {
    static Theme theme = lightTheme();
    return theme;
}

}  // namespace

const Theme& theme() {
    return current();
}

void setTheme(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            current() = lightTheme();
            break;
        case ThemeKind::Dark:
            current() = darkTheme();
            break;
        case ThemeKind::HighContrast:
            current() = highContrastTheme();
            break;
    }
    const Theme& chosen = current();
    QPalette palette;
    palette.setColor(QPalette::Window, chosen.window);
    palette.setColor(QPalette::WindowText, chosen.ink);
    palette.setColor(QPalette::Base, chosen.panel);
    palette.setColor(QPalette::AlternateBase, chosen.stage);
    palette.setColor(QPalette::Text, chosen.ink);
    palette.setColor(QPalette::PlaceholderText, chosen.mutedInk);
    palette.setColor(QPalette::Button, chosen.panel);
    palette.setColor(QPalette::ButtonText, chosen.ink);
    palette.setColor(QPalette::ToolTipBase, chosen.panel);
    palette.setColor(QPalette::ToolTipText, chosen.ink);
    palette.setColor(QPalette::Highlight, chosen.accent);
    palette.setColor(QPalette::HighlightedText, chosen.onAccent);
    palette.setColor(QPalette::Link, chosen.accent);
    palette.setColor(QPalette::Mid, chosen.line);
    palette.setColor(QPalette::Light, chosen.panel);
    palette.setColor(QPalette::Dark, chosen.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, chosen.mutedInk);
    }
    QGuiApplication::setPalette(palette);
}

QColor typeColour(const QColor& colour) {
    const Theme& now = theme();
    QColor type = colour;
    for (int share = 0; share <= 100; share += 2) {
        const auto mixed = [&](int from, int to) { return from + (to - from) * share / 100; };
        type = QColor(mixed(colour.red(), now.ink.red()), mixed(colour.green(), now.ink.green()),
                      mixed(colour.blue(), now.ink.blue()));
        const auto standsOut = [&](const QColor& ground) { return contrast(type, ground) >= 4.5; };
        if (standsOut(now.window) && standsOut(now.stage) && standsOut(now.panel)) break;
    }
    return type;
}

QColor colourOf(Phase phase) {
    switch (phase) {
        case Phase::Forward:
            return theme().forward;
        case Phase::Loss:
            return theme().loss;
        case Phase::Backward:
            return theme().backward;
        case Phase::Update:
            return theme().update;
    }
    return theme().ink;
}

QColor colourOf(Site site) {
    switch (site) {
        case Site::Query:
            return theme().query;
        case Site::Key:
            return theme().key;
        case Site::Value:
        case Site::WeightedValues:
            return theme().value;
        case Site::Scores:
        case Site::ScaledScores:
        case Site::MaskedScores:
        case Site::Weights:
            return theme().attention;
        default:
            return theme().accent;
    }
}

}  // namespace attentarium
