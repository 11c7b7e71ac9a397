#pragma once

#include <sys/wait.h>
#include <unistd.h>
#include <exception>

namespace attentarium::test {

/// Runs `action` in a child process without the rights of root, which would pass every permission check.
/// True if it returned true.
template <typename Action>
bool asNobody(Action&& action) {
    const pid_t child = ::fork();
    if (child == 0) {
        constexpr unsigned kNobody = 65534;
        if (::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(3);
        try {
            ::_exit(action() ? 0 : 1);
        } catch (const std::exception&) {
            ::_exit(2);
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace attentarium::test
