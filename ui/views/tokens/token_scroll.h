#pragma once

#include <QScrollArea>

namespace attentarium {

class TokenField;

/// A frame in which a field of tokens is moved up and down; where the keyboard is stays in sight.
QScrollArea* scrolled(TokenField* field, QWidget* parent);

}  // namespace attentarium
