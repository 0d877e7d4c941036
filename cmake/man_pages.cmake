# The man pages, where scdoc is: lull_manual writes their sources from the command table and docs/.
add_executable(lull_manual EXCLUDE_FROM_ALL src/manual.cpp src/scdoc.cpp)
target_link_libraries(lull_manual PRIVATE lull_cli)
if(LULL_STATIC)
  target_link_options(lull_manual PRIVATE -static-libstdc++ -static-libgcc)
endif()
find_program(LULL_SCDOC scdoc)
find_program(LULL_GZIP gzip)
set(LULL_MANUAL_SOURCES ${PROJECT_BINARY_DIR}/manual)
set(LULL_MAN ${PROJECT_BINARY_DIR}/man)
if(LULL_SCDOC)
  file(MAKE_DIRECTORY ${LULL_MANUAL_SOURCES})
  set(manual_docs docs/commands.md docs/man/lull.1.scd docs/man/lull.5.scd docs/man/lull.7.scd)
  list(TRANSFORM manual_docs PREPEND ${PROJECT_SOURCE_DIR}/)
  add_custom_command(
    OUTPUT ${LULL_MAN}/stamp
    COMMAND lull_manual ${LULL_MANUAL_SOURCES} ${PROJECT_SOURCE_DIR}/docs ${PROJECT_VERSION}
    COMMAND ${CMAKE_COMMAND} -DSOURCES=${LULL_MANUAL_SOURCES} -DOUT=${LULL_MAN} -DSCDOC=${LULL_SCDOC}
            -DGZIP=${LULL_GZIP} -P ${PROJECT_SOURCE_DIR}/cmake/manual.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${LULL_MAN}/stamp
    DEPENDS lull_manual ${manual_docs} ${PROJECT_SOURCE_DIR}/cmake/manual.cmake
    COMMENT "Making the man pages"
    VERBATIM)
  add_custom_target(man_pages ALL DEPENDS ${LULL_MAN}/stamp)
else()
  message(STATUS "scdoc is missing: no man pages")
endif()
