#pragma once

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QTableWidget;

namespace attentarium {

/// Words in a list, with a number where there is one, under a title. Enter or a click chooses one.
class WordList : public QWidget {
    Q_OBJECT

  public:
    struct Row {
        int word = 0;  ///< place in the cloud
        QString text;
        std::optional<double> number;
        QString hint;  ///< all that is known of it

        bool operator==(const Row&) const = default;
    };

    explicit WordList(QWidget* parent = nullptr);

    void show(const QString& title, const std::vector<Row>& rows);
    using QWidget::show;
    const std::vector<Row>& rows() const { return m_rows; }
    QString title() const;

    QSize sizeHint() const override { return {210, 200}; }

  Q_SIGNALS:
    void chosen(int word);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QLabel* m_title;
    QTableWidget* m_table;
    std::vector<Row> m_rows;
};

}  // namespace attentarium
