# Where `cmake --install` puts things, and the DEB and TGZ made from it. The rules for a target stand
# beside the target.
#
# The window and its own copy of KSyntaxHighlighting are no libraries for others, so they get a folder
# of their own. It is fixed (not CMAKE_INSTALL_LIBDIR), because the program looks in ../lib/findling.
set(FINDLING_PRIVATE_LIBDIR lib/findling)
set(FINDLING_DOCDIR "${CMAKE_INSTALL_DATADIR}/doc/findling")

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${FINDLING_DOCDIR}")

set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_NAME findling)
set(CPACK_PACKAGE_VENDOR "Findling contributors")
set(CPACK_PACKAGE_CONTACT "Findling contributors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins that icons need; the second is part of the first up to Debian 12.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "libqt6svg6, qt6-svg-plugins, libarchive13 | libarchive13t64, libuchardet0")
include(CPack)
