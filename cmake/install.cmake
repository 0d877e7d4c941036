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

# Completions, where each shell looks. zsh reads vendor-completions below /usr only.
foreach(name lull journal streak review)
  install(FILES src/cli/completion/lull.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${name})
  install(FILES src/cli/completion/lull.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME ${name}.fish)
endforeach()
install(CODE "
  set(LULL_ZSH site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL \"/usr\")
    set(LULL_ZSH vendor-completions)
  endif()
  file(INSTALL \"${PROJECT_SOURCE_DIR}/src/cli/completion/lull.zsh\" RENAME _lull
       DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${LULL_ZSH}\")")

if(LULL_SCDOC)
  install(DIRECTORY ${LULL_MAN}/ DESTINATION ${CMAKE_INSTALL_MANDIR} FILES_MATCHING PATTERN "man*/*.*")
endif()
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
