install(TARGETS lull RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The program answers to its three main nouns as well: `journal add`, `streak status`, `review`.
foreach(name journal streak review)
  install(CODE "file(CREATE_LINK lull \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/${name}\" SYMBOLIC)")
endforeach()
