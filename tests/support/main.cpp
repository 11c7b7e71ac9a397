#include <cstdlib>

#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_RUNNER
#endif
#include "tests/support/catch.h"

int main(int argc, char** argv) {
    // Tests are listed at build time too, where there may be no display.
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    setenv("FONTCONFIG_FILE", ATTENTARIUM_SOURCE_DIR "/tests/support/fonts.conf", 0);
    Catch::Session session;
#if !__has_include(<catch2/catch_all.hpp>)
    // A filter that fits no test is a failure, as it is in version 3; otherwise a test would pass without having run.
    session.configData().warnings = Catch::WarnAbout::NoTests;
#endif
    return session.run(argc, argv);
}
