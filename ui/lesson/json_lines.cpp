#include "ui/lesson/json_lines.h"

namespace attentarium {
namespace {

QString below(const QString& path, const QString& name) {
    return path.isEmpty() ? name : path + QLatin1Char('/') + name;
}

}  // namespace

JsonLines::JsonLines(const QByteArray& json) : m_json(json) {
    value({});
}

int JsonLines::line(QString path) const {
    while (!m_lines.contains(path) && !path.isEmpty()) path.truncate(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
    return m_lines.value(path, 1);
}

void JsonLines::skipSpace() {
    while (m_at < m_json.size() && (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')) {
        if (m_json[m_at++] == '\n') ++m_line;
    }
}

QString JsonLines::string() {
    const qsizetype start = ++m_at;
    while (m_at < m_json.size() && peek() != '"') m_at += peek() == '\\' ? 2 : 1;
    return QString::fromUtf8(m_json.mid(start, m_at++ - start));
}

void JsonLines::value(const QString& path) {
    skipSpace();
    m_lines.insert(path, m_line);
    const char open = peek();
    if (open == '"') {
        string();
        return;
    }
    if (open != '{' && open != '[') {
        while (m_at < m_json.size() && !QByteArray(",]} \t\r\n").contains(peek())) ++m_at;
        return;
    }
    ++m_at;
    for (int number = 0; m_at < m_json.size(); ++number) {
        skipSpace();
        if (peek() == '}' || peek() == ']') break;
        QString name = QString::number(number);
        if (open == '{') {
            const int line = m_line;
            name = string();
            if (m_lines.contains(below(path, name))) m_repeated.emplace_back(name, line);
            skipSpace();
            ++m_at;  // the colon
        }
        value(below(path, name));
        skipSpace();
        if (peek() != ',') break;
        ++m_at;
    }
    ++m_at;
}

}  // namespace attentarium
