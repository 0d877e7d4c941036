# Everything comes from Debian. With LULL_STATIC the archives are linked, because a shared libstdc++,
# libfmt and libsqlite3 cost more at start than the program itself does.
find_package(PkgConfig REQUIRED)

if(LULL_STATIC)
  find_library(LULL_SQLITE_ARCHIVE NAMES libsqlite3.a REQUIRED)
  set(SQLite3_LIBRARY ${LULL_SQLITE_ARCHIVE} CACHE FILEPATH "" FORCE)
endif()
find_package(SQLite3 3.37 REQUIRED)
find_package(SQLiteCpp 3.2 CONFIG REQUIRED)
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(fmt 9 CONFIG REQUIRED)
find_package(date 3 CONFIG REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(tomlplusplus 3 CONFIG REQUIRED)
pkg_check_modules(sodium REQUIRED libsodium)
pkg_check_modules(utf8proc REQUIRED libutf8proc)
find_path(LULL_STEMMER_INCLUDE libstemmer.h REQUIRED)

function(lull_pick variable name)
  if(LULL_STATIC)
    find_library(${variable} NAMES lib${name}.a REQUIRED)
  else()
    find_library(${variable} NAMES ${name} REQUIRED)
  endif()
endfunction()
lull_pick(LULL_SODIUM sodium)
lull_pick(LULL_UTF8PROC utf8proc)
lull_pick(LULL_STEMMER stemmer)

# The archive's table of stemmers names those of thirty languages, and the dynamic linker would set ten thousand addresses in their
# tables at every start. With the names weak only the English one, which is asked for below, comes along.
if(LULL_STATIC)
  set(LULL_STEMMER_TABLE ${CMAKE_BINARY_DIR}/english_stemmer.o)
  execute_process(COMMAND ${CMAKE_AR} p ${LULL_STEMMER} libstemmer.o OUTPUT_FILE ${LULL_STEMMER_TABLE}.all RESULT_VARIABLE LULL_AR_RESULT ERROR_QUIET)
  execute_process(COMMAND ${CMAKE_OBJCOPY} --weaken ${LULL_STEMMER_TABLE}.all ${LULL_STEMMER_TABLE} RESULT_VARIABLE LULL_WEAKEN_RESULT ERROR_QUIET)
  if(LULL_AR_RESULT EQUAL 0 AND LULL_WEAKEN_RESULT EQUAL 0)
    set(LULL_STEMMER ${LULL_STEMMER_TABLE} -Wl,--undefined=english_UTF_8_create_env ${LULL_STEMMER})
  else()
    message(STATUS "libstemmer is linked whole, which makes lull start more slowly")
  endif()
endif()

add_library(lull_dependencies INTERFACE)
target_include_directories(lull_dependencies SYSTEM INTERFACE ${LULL_STEMMER_INCLUDE})
target_link_libraries(lull_dependencies INTERFACE SQLiteCpp date::date nlohmann_json::nlohmann_json
                      ${LULL_SODIUM} ${LULL_UTF8PROC} ${LULL_STEMMER})
# fmt and toml++ as headers: a shared fmt costs at start, and has another name on Debian 13 than on 12, so that a package would
# install on one of them only. toml++ is compiled in the one file that uses it.
target_link_libraries(lull_dependencies INTERFACE fmt::fmt-header-only)
get_target_property(LULL_TOML_INCLUDE tomlplusplus::tomlplusplus INTERFACE_INCLUDE_DIRECTORIES)
target_include_directories(lull_dependencies SYSTEM INTERFACE ${LULL_TOML_INCLUDE})
if(LULL_STATIC)
  target_link_libraries(lull_dependencies INTERFACE m z)
endif()
