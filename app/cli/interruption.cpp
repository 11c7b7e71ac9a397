#include "app/cli/interruption.h"

#include <signal.h>
#include <array>
#include <csignal>

namespace attentarium::cli {
namespace {

volatile std::sig_atomic_t theRequest = 0;
constexpr std::array kSignals{SIGINT, SIGTERM};

void note(int) {
    theRequest = 1;
}

}  // namespace

Interruption::Interruption() {
    theRequest = 0;
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : kSignals) ::sigaction(signal, &action, nullptr);
}

Interruption::~Interruption() {
    for (const int signal : kSignals) std::signal(signal, SIG_DFL);
}

bool Interruption::requested() const {
    return theRequest != 0;
}

}  // namespace attentarium::cli
