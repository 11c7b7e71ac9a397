#pragma once

#include <QWidget>
#include <optional>

#include "engine/trace/trace.h"

class QLabel;

namespace attentarium {

class Histogram;

/// "This tensor": its shape, how its numbers are spread, the least, the mean and the most.
class TensorSummary : public QWidget {
    Q_OBJECT

  public:
    explicit TensorSummary(QWidget* parent = nullptr);

    /// `cell` is marked where there is one.
    void show(const Trace& trace, Var node, Quantity quantity, std::optional<std::int64_t> cell);

  private:
    QLabel* m_title;
    QLabel* m_text;
    Histogram* m_histogram;
    QLabel* m_facts;
};

}  // namespace attentarium
