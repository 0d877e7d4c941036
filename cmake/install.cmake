install(TARGETS lull RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The program answers to its three main nouns as well: `journal add`, `streak status`, `review`.
foreach(name journal streak review)
  install(CODE "file(CREATE_LINK lull \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/${name}\" SYMBOLIC)")
endforeach()
# Reminders by systemd: the unit names the program where it is installed, whatever prefix the install is told.
# share/systemd/user is read below /usr, /usr/local and ~/.local alike.
install(CODE "
  set(LULL_BINDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
  set(LULL_DOCDIR \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}\")
  configure_file(\"${PROJECT_SOURCE_DIR}/data/systemd/lull-remind.service.in\"
                 \"${PROJECT_BINARY_DIR}/lull-remind.service\" @ONLY)")
install(FILES ${PROJECT_BINARY_DIR}/lull-remind.service data/systemd/lull-remind.timer
        DESTINATION ${CMAKE_INSTALL_DATADIR}/systemd/user)
install(FILES docs/remind.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
