# cmake -DCHECK=<check_rooms.cmake> -DWORK=<empty folder> -P break_each_rule.cmake
# A rule that can't be broken proves nothing: each is broken once in a tree of two files, and has to be named.
function(write_tree)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/src/base/sound.cpp "#include \"lull/base/error.hpp\"\n")
endfunction()

function(expect_complaint what file content complaint)
  write_tree()
  file(WRITE ${WORK}/${file} "${content}")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CHECK}
                  RESULT_VARIABLE result ERROR_VARIABLE said OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " said "${said}")
  if(result EQUAL 0 OR NOT said MATCHES "${complaint}")
    message(FATAL_ERROR "${what}: not noticed\n${said}")
  endif()
  message(STATUS "${what}: noticed")
endfunction()

write_tree()
execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CHECK} RESULT_VARIABLE result
                OUTPUT_QUIET ERROR_QUIET)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "a sound tree is refused")
endif()

expect_complaint("base includes model" src/base/a.cpp "#include \"lull/model/entry.hpp\"\n"
                 "base may not include lull/model/entry.hpp")
expect_complaint("text includes store" src/text/a.cpp "#include \"lull/store/store.hpp\"\n"
                 "text may not include")
expect_complaint("report includes text" include/lull/report/a.hpp "#include \"lull/text/x.hpp\"\n"
                 "report may not include")
expect_complaint("app includes cli" src/app/a.cpp "#include \"lull/cli/session.hpp\"\n"
                 "app may not include")
expect_complaint("another room's private header" src/app/a.cpp "#include \"../store/fields.hpp\"\n"
                 "a private header of another room")
expect_complaint("SQLite outside store" src/app/a.cpp "#include <SQLiteCpp/Database.h>\n"
                 "SQLite is included here")
expect_complaint("libsodium outside store" src/app/a.cpp "#include <sodium.h>\n"
                 "libsodium is included here")
expect_complaint("CLI11 in a header" include/lull/cli/a.hpp "#include <CLI/CLI.hpp>\n"
                 "CLI11 is included here")
expect_complaint("CLI11 in a command" src/cli/commands/a.cpp "#include <CLI/CLI.hpp>\n"
                 "CLI11 is included here")
expect_complaint("JSON in a second file" src/app/a.cpp "#include <nlohmann/json.hpp>\n"
                 "JSON is included here")
expect_complaint("TOML in a second file" src/app/a.cpp "#include <toml++/toml.h>\n"
                 "TOML is included here")
expect_complaint("one name for two types" src/base/a.cpp "struct Twice {};\nstruct Twice {\n};\n"
                 "there is another type named Twice")
string(REPEAT "\n" 401 long)
expect_complaint("a file over 400 lines" src/app/a.cpp "${long}" "401 lines, at most 400")
string(REPEAT "\n" 201 long)
expect_complaint("a command file over 200 lines" src/cli/commands/a.cpp "${long}"
                 "201 lines, a command file has at most 200")
write_tree()
foreach(name one two three)
  file(WRITE ${WORK}/src/cli/${name}.cpp "#include <CLI/CLI.hpp>\n")
endforeach()
execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CHECK} RESULT_VARIABLE result
                OUTPUT_QUIET ERROR_QUIET)
if(result EQUAL 0)
  message(FATAL_ERROR "CLI11 in three files: not noticed")
endif()
message(STATUS "CLI11 in three files: noticed")
file(REMOVE_RECURSE ${WORK})
