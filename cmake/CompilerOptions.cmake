# Target findling_options: the language, the warnings and the hardening every own target shares.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")  # -O3 only makes it larger
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)  # core ends up in the GUI library and the Python module
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")

find_program(FINDLING_CCACHE ccache)
mark_as_advanced(FINDLING_CCACHE)
if(FINDLING_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${FINDLING_CCACHE}")
endif()

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

add_library(findling_options INTERFACE)
target_compile_features(findling_options INTERFACE cxx_std_20)

if(MSVC)
    target_compile_options(findling_options INTERFACE /W4 /permissive- /utf-8
                           $<$<BOOL:${FINDLING_WERROR}>:/WX>)
    return()
endif()

target_compile_options(findling_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wundef -Wformat=2
    $<$<BOOL:${FINDLING_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 warns about std::string's own operator+ (GCC bug 105651).
    target_compile_options(findling_options INTERFACE -Wno-restrict)
endif()

if(FINDLING_SANITIZE)
    set(sanitize -fsanitize=${FINDLING_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    # Instrumented code makes GCC see uninitialised values that are none, so it says itself.
    target_compile_options(findling_options INTERFACE ${sanitize}
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(findling_options INTERFACE ${sanitize})
elseif(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(fortify 2)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12)
        set(fortify 3)
    endif()
    target_compile_options(findling_options INTERFACE -fstack-protector-strong
        $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=${fortify}>)
    if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
        target_compile_options(findling_options INTERFACE -fcf-protection)
    endif()
    target_link_options(findling_options INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)
endif()
# Bounds checks in the standard library: cheap enough everywhere but in the release.
target_compile_definitions(findling_options INTERFACE
    $<$<NOT:$<CONFIG:Release>>:_GLIBCXX_ASSERTIONS>)
if(MINGW)
    # UTF-16 system calls, Windows 10, and no libstdc++ DLLs to carry along.
    target_compile_definitions(findling_options INTERFACE
        UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
    target_link_options(findling_options INTERFACE -static)
endif()
