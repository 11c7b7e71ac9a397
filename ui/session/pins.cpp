#include "ui/session/pins.h"

#include <algorithm>
#include <utility>

namespace attentarium {

const Pin* Pins::find(QChar letter) const {
    const auto found = std::ranges::find(m_pins, letter, &Pin::letter);
    return found == m_pins.end() ? nullptr : &*found;
}

void Pins::add(Pin pin) {
    if (isFull()) return;
    pin.letter = QLatin1Char('A');
    while (find(pin.letter)) pin.letter = QChar(pin.letter.unicode() + 1);
    m_pins.push_back(std::move(pin));
    std::ranges::sort(m_pins, {}, &Pin::letter);
    Q_EMIT changed();
    Q_EMIT added();
}

void Pins::remove(QChar letter) {
    if (std::erase_if(m_pins, [letter](const Pin& pin) { return pin.letter == letter; }) > 0) Q_EMIT changed();
}

void Pins::clear() {
    if (m_pins.empty()) return;
    m_pins.clear();
    Q_EMIT changed();
}

}  // namespace attentarium
