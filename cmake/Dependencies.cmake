# The libraries below core and the command line. Qt, KSyntaxHighlighting and nanobind are looked for
# beside the face that needs them.

# Where scripts/setup keeps what no package provides; outside every build folder, so it is made once.
if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(FINDLING_CACHE_DIR "$ENV{XDG_CACHE_HOME}/findling")
else()
    set(FINDLING_CACHE_DIR "$ENV{HOME}/.cache/findling")
endif()

# findling_find_library(<target> <header> [<library>...]): an imported target from a header and, if
# names are given, a library. Such a pair is the same on every system; CMake package files are not.
function(findling_find_library target header)
    string(MAKE_C_IDENTIFIER "${target}" id)
    find_path(${id}_INCLUDE "${header}")
    mark_as_advanced(${id}_INCLUDE ${id}_LIBRARY)
    if(NOT ${id}_INCLUDE)
        message(FATAL_ERROR "${header} not found: run scripts/setup, it installs what is missing")
    endif()
    if(ARGN)
        find_library(${id}_LIBRARY NAMES ${ARGN})
        if(NOT ${id}_LIBRARY)
            message(FATAL_ERROR "library ${ARGN} not found: run scripts/setup")
        endif()
        add_library(${target} UNKNOWN IMPORTED GLOBAL)
        set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${${id}_LIBRARY}")
    else()
        add_library(${target} INTERFACE IMPORTED GLOBAL)
    endif()
    target_include_directories(${target} SYSTEM INTERFACE "${${id}_INCLUDE}")
endfunction()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(fmt 9.1 CONFIG REQUIRED)
findling_find_library(Findling::CLI11 CLI/CLI.hpp)
findling_find_library(Findling::Utf8proc utf8proc.h utf8proc)
findling_find_library(Findling::PCRE2 pcre2.h pcre2-8 pcre2-8-static)

file(STRINGS "${Findling__PCRE2_INCLUDE}/pcre2.h" pcre2_version
     REGEX "^#define PCRE2_(MAJOR|MINOR) +[0-9]+")
list(TRANSFORM pcre2_version REPLACE "^[^0-9]*2_[A-Z]+ +([0-9]+).*" "\\1")
list(JOIN pcre2_version "." pcre2_version)
if(pcre2_version VERSION_LESS 10.42)
    message(FATAL_ERROR "PCRE2 ${pcre2_version} found, 10.42 or later needed")
endif()
target_compile_definitions(Findling::PCRE2 INTERFACE PCRE2_CODE_UNIT_WIDTH=8)
if(WIN32 AND Findling__PCRE2_LIBRARY MATCHES "\\.a$|static")
    # Without these the headers declare DLL imports, which a static library does not have.
    target_compile_definitions(Findling::PCRE2 INTERFACE PCRE2_STATIC)
    target_compile_definitions(Findling::Utf8proc INTERFACE UTF8PROC_STATIC)
endif()
findling_feature("regular expressions" on "PCRE2 ${pcre2_version}")

# Statically in programs, where the library alone would cost a millisecond at every start. In shared
# libraries as one, for Debian's archive is not made for them.
find_path(FINDLING_HS_INCLUDE hs/hs.h)
find_library(FINDLING_HS_SHARED NAMES hs)
find_library(FINDLING_HS_STATIC NAMES libhs.a)
mark_as_advanced(FINDLING_HS_INCLUDE FINDLING_HS_SHARED FINDLING_HS_STATIC)
if(NOT FINDLING_HS_STATIC)
    set(FINDLING_HS_STATIC "${FINDLING_HS_SHARED}" CACHE FILEPATH "" FORCE)
endif()
if("${FINDLING_VECTORSCAN}" STREQUAL "OFF")
    findling_feature("fast scanning" off "FINDLING_VECTORSCAN=OFF")
elseif(FINDLING_HS_INCLUDE AND FINDLING_HS_SHARED)
    add_library(Findling::Vectorscan INTERFACE IMPORTED GLOBAL)
    target_include_directories(Findling::Vectorscan SYSTEM INTERFACE "${FINDLING_HS_INCLUDE}")
    target_link_libraries(Findling::Vectorscan INTERFACE
        "$<IF:$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>,${FINDLING_HS_STATIC},${FINDLING_HS_SHARED}>")
    findling_feature("fast scanning" on "Vectorscan")
else()
    findling_feature_missing(FINDLING_VECTORSCAN "fast scanning" "Vectorscan was not found")
endif()
