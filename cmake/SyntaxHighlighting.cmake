# Target Findling::SyntaxHighlighting and the variable FINDLING_HAVE_KSH: colours in the preview.
#
# KDE Frameworks 6 packages come first (Debian 13, Fedora, Arch, brew). Debian 12 has none for Qt 6;
# there scripts/setup builds version 5.116 for the very Qt of this machine into the cache. A KF5
# package of the system is never taken: it is linked to Qt 5.

set(FINDLING_HAVE_KSH OFF)
if(NOT FINDLING_KSH_PREFIX)  # -DFINDLING_KSH_PREFIX=... names another one
    set(FINDLING_KSH_PREFIX "${FINDLING_CACHE_DIR}/ksh-5.116-qt${Qt6_VERSION}")
endif()

find_package(KF6SyntaxHighlighting 6.0 CONFIG QUIET)
if(TARGET KF6::SyntaxHighlighting)
    set(ksh KF6::SyntaxHighlighting)
    set(ksh_version "${KF6SyntaxHighlighting_VERSION}")
else()
    find_package(KF5SyntaxHighlighting 5.116 CONFIG QUIET
                 PATHS "${FINDLING_KSH_PREFIX}" NO_DEFAULT_PATH)
    if(TARGET KF5::SyntaxHighlighting)
        set(ksh KF5::SyntaxHighlighting)
        set(ksh_version "${KF5SyntaxHighlighting_VERSION}")

        # No package of the system, so ours carries it: the real file and the name the loader asks
        # for. Some of its syntax definitions are LGPL and GPL, which is why it stays a shared library
        # with its licences beside it.
        file(GLOB ksh_files "${FINDLING_KSH_PREFIX}/lib/libKF5SyntaxHighlighting.so.*")
        install(FILES ${ksh_files} DESTINATION "${FINDLING_PRIVATE_LIBDIR}")
        install(DIRECTORY "${FINDLING_KSH_PREFIX}/LICENSES/"
                DESTINATION "${FINDLING_DOCDIR}/KSyntaxHighlighting")
    endif()
endif()

if(ksh)
    set(FINDLING_HAVE_KSH ON)
    add_library(Findling::SyntaxHighlighting INTERFACE IMPORTED GLOBAL)
    target_link_libraries(Findling::SyntaxHighlighting INTERFACE ${ksh})
    findling_feature("preview colours" on "KSyntaxHighlighting ${ksh_version}")
else()
    findling_feature("preview colours" off "KSyntaxHighlighting not found (scripts/setup fetches it)")
endif()
