#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// A tensor that is kept to be compared with others. It keeps its whole run alive, whatever is opened or typed later.
struct Pin {
    QChar letter;  ///< its name on screen, A to D
    std::shared_ptr<const Trace> trace;
    Var node;
    Quantity quantity = Quantity::Value;
    int head = 0;        ///< of a tensor with heads, the one that was chosen
    QStringList words;   ///< one for each token
    QStringList source;  ///< of an encoder–decoder
    QString text;        ///< the sentence of the run
    QString model;       ///< the folder of its checkpoint
};

/// Up to four pins. A letter that was given back is the next to be used.
class Pins : public QObject {
    Q_OBJECT

  public:
    static constexpr std::size_t kMost = 4;

    using QObject::QObject;

    const std::vector<Pin>& all() const { return m_pins; }
    bool isFull() const { return m_pins.size() == kMost; }
    /// Null where no pin has the letter.
    const Pin* find(QChar letter) const;
    /// Gives the pin a letter; does nothing when there are four.
    void add(Pin pin);
    void remove(QChar letter);
    void clear();

  Q_SIGNALS:
    void added();
    void changed();

  private:
    std::vector<Pin> m_pins;
};

}  // namespace attentarium
