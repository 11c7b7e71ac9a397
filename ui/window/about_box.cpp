#include "ui/window/about_box.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/window/icons.h"

namespace attentarium {

AboutBox::AboutBox(QWidget* parent) : QDialog(parent), m_text(new QLabel(this)), m_close(new QPushButton(this)) {
    setModal(false);
    auto* sign = new QLabel(this);
    sign->setPixmap(programIcon().pixmap(64, 64));
    sign->setAccessibleName(QStringLiteral("Attentarium"));
    m_text->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 24, 28, 20);
    column->setSpacing(14);
    column->addWidget(sign);
    column->addWidget(m_text);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void AboutBox::retranslate() {
    setWindowTitle(tr("About Attentarium"));
    m_text->setText(tr("Attentarium %1\n\nWatch a language model think and learn. Every number on the screen was "
                       "computed from the model that is open, and none of it leaves this computer.\n\n"
                       "Free software under the GNU General Public License, version 3 or later.")
                        .arg(QCoreApplication::applicationVersion()));
    //: Closes the dialog.
    m_close->setText(tr("Close"));
    fit();
}

void AboutBox::fit() {
    m_text->setFixedWidth(m_text->fontMetrics().height() * 22);
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->width()));
    adjustSize();
}

void AboutBox::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) fit();
}

}  // namespace attentarium
