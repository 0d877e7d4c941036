# cpack -G DEB after the preset "package"; cpack --config CPackSourceConfig.cmake for the source archive.
set(CPACK_PACKAGE_NAME lull)
set(CPACK_PACKAGE_VENDOR "the lull authors")
set(CPACK_PACKAGE_CONTACT "The lull authors <lull@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "private terminal journal for the quiet after a breakup")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
# Paths are decided while installing, as in cmake --install; DESTDIR keeps them true.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# shlibdeps asks for any SQLite 3; the tables are STRICT, which came with 3.37.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37)")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "man-db")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"lull keeps a no-contact silence honest, takes a few written lines a day about
why a relationship ended, and shows them again when the silence is over: why it
ended in the writer's own words, whether any of that has changed, and what they
want next.
.
It keeps one file on this computer, has no account and no network. It is not
therapy; where there is fear or harm it points to help first.")

# What Debian wants to see in /usr/share/doc; an install elsewhere has no use for it.
string(TIMESTAMP LULL_PACKAGED "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(cmake/debian/changelog.in ${PROJECT_BINARY_DIR}/debian/changelog.Debian @ONLY)
install(CODE "
  if(CMAKE_INSTALL_PREFIX STREQUAL \"/usr\" AND NOT \"${LULL_GZIP}\" STREQUAL \"LULL_GZIP-NOTFOUND\")
    file(COPY_FILE ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_BINARY_DIR}/debian/changelog)
    execute_process(COMMAND ${LULL_GZIP} -9nkf ${PROJECT_BINARY_DIR}/debian/changelog.Debian ${PROJECT_BINARY_DIR}/debian/changelog
                    COMMAND_ERROR_IS_FATAL ANY)
    file(INSTALL ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz ${PROJECT_BINARY_DIR}/debian/changelog.gz ${PROJECT_SOURCE_DIR}/cmake/debian/copyright
         DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}\")
    file(INSTALL ${PROJECT_SOURCE_DIR}/cmake/debian/lintian-overrides RENAME lull
         DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/lintian/overrides\")
  endif()")

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME lull-${PROJECT_VERSION})
set(CPACK_SOURCE_IGNORE_FILES "/build/;/out/;/node_modules/;/[.]git/;/[.]git$;/__pycache__/;[.]swp$;/compile_commands.json$")
include(CPack)
