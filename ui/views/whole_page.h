#pragma once

class QScrollArea;
class QWidget;

namespace attentarium {

/// A frame that is filled by `content`, and in which it is moved up and down where it needs more height than there is.
QScrollArea* wholePage(QWidget* content, QWidget* parent);

}  // namespace attentarium
