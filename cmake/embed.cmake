# lull_embed(TARGET NAMESPACE_NAME FILE): makes FILE's bytes available as
# `extern const std::string_view lull::embedded::NAME` (declared by hand where it is used).
function(lull_embed target name file)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${source} -DOUTPUT=${output} -DNAME=${name}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${source} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    VERBATIM)
  # A rule is known only in the folder that makes it, so the object is made here and handed on.
  add_library(embedded_${name} OBJECT ${output})
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:embedded_${name}>)
endfunction()
