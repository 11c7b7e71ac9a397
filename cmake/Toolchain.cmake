# The compiler settings every target shares.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
# Sanitized builds stay optimised a little: unoptimised Eigen is too slow to test with.
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1 -fno-omit-frame-pointer")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# Vectorised loops are where the time goes, also while developing.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O3 -g1")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wno-missing-field-initializers  # designated initialisers leave the rest at their defaults
                    -Wno-restrict)                   # GCC 12 warns wrongly of joined strings (bug 105651)
# Nobody asks for errno or floating-point traps; without these, a loop with a square root or a choice is not vectorised.
add_compile_options(-fno-math-errno -fno-trapping-math)
if(ATTENTARIUM_WARNINGS_AS_ERRORS)
    add_compile_options(-Werror)
endif()
if(ATTENTARIUM_SANITIZE)
    add_compile_options(-fsanitize=${ATTENTARIUM_SANITIZE} -fno-sanitize-recover=all)
    # g++ 12 takes the library's own code for uninitialised once it is instrumented.
    add_compile_options(-Wno-maybe-uninitialized)
    add_link_options(-fsanitize=${ATTENTARIUM_SANITIZE})
endif()

# Every 64-bit x86 machine since 2013 has AVX2, and many since 2017 AVX-512, which is twice as fast again; code for bare
# SSE2 is three times slower. With ATTENTARIUM_LEVELS the engine is built for all of them; else for this machine.
include(CheckCXXSourceRuns)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND NOT ATTENTARIUM_LEVELS)
    foreach(level 4 3)
        check_cxx_source_runs("int main() { return __builtin_cpu_supports(\"x86-64-v${level}\") ? 0 : 1; }"
                              ATTENTARIUM_MACHINE_HAS_V${level})
        if(ATTENTARIUM_MACHINE_HAS_V${level})
            add_compile_options(-march=x86-64-v${level} -mprefer-vector-width=512)
            break()
        endif()
    endforeach()
endif()
