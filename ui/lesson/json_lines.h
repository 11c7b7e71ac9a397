#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <utility>
#include <vector>

namespace attentarium {

/// On which line each value of a JSON text begins, which Qt's own reader does not tell. For texts that it accepts.
class JsonLines {
  public:
    explicit JsonLines(const QByteArray& json);

    /// The line, from 1, of a path such as `steps/3/show`; that of the nearest part above it when there is none.
    int line(QString path) const;
    /// Keys that stand twice in their object, with their lines: readers keep only the last.
    const std::vector<std::pair<QString, int>>& repeated() const { return m_repeated; }

  private:
    void value(const QString& path);
    QString string();
    void skipSpace();
    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    QByteArray m_json;
    qsizetype m_at = 0;
    int m_line = 1;
    QHash<QString, int> m_lines;
    std::vector<std::pair<QString, int>> m_repeated;
};

}  // namespace attentarium
