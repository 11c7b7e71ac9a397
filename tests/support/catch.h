#pragma once

// Debian 12 has Catch2 version 2 (one header); newer systems have version 3.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
