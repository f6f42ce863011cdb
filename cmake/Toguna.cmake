# A folder of src/ becomes libraries here: sources are found by file name, so a new file needs no line.
#
#   toguna_platform(db LINKS …)      one library toguna_db
#   toguna_feature(ccpm USES bodies) two: toguna_ccpm_rules (sees only rules) and toguna_ccpm (store, pages, jobs …)
#
# Beside the C++ of a folder: queries.sql → queries.hpp, mandate_queries.sql → mandate_queries.hpp, *.html → *.html.hpp, *_test.cpp → test_<folder>.

# Files that are not rules, by name (architecture, "layers inside").
set(TOGUNA_OUTER_FILES "(/|_)(store|pages|forms|api|jobs|feature|command|mailer)\\.cpp$")

function(toguna_sources folder out_rules out_outer)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  set(rules ${sources})
  set(outer ${sources})
  list(FILTER rules EXCLUDE REGEX ${TOGUNA_OUTER_FILES})
  list(FILTER outer INCLUDE REGEX ${TOGUNA_OUTER_FILES})
  set(${out_rules} ${rules} PARENT_SCOPE)
  set(${out_outer} ${outer} PARENT_SCOPE)
endfunction()

# Appends what the two small compilers make of the queries and the templates of a folder.
function(toguna_generate folder out)
  set(generated_directory ${CMAKE_BINARY_DIR}/generated/${folder})
  file(MAKE_DIRECTORY ${generated_directory})
  set(generated)
  file(GLOB query_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/queries.sql ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*_queries.sql)
  foreach(query_file ${query_files})
    get_filename_component(stem ${query_file} NAME_WE)
    add_custom_command(
      OUTPUT ${generated_directory}/${stem}.hpp ${generated_directory}/${stem}.cpp
      COMMAND compile_queries ${query_file} ${folder} ${generated_directory}
      DEPENDS ${query_file} compile_queries)
    list(APPEND generated ${generated_directory}/${stem}.hpp ${generated_directory}/${stem}.cpp)
  endforeach()
  file(GLOB_RECURSE templates CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/${folder}
    ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.html ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.txt)
  foreach(template ${templates})
    get_filename_component(template_directory ${generated_directory}/${template} DIRECTORY)
    file(MAKE_DIRECTORY ${template_directory})
    add_custom_command(
      OUTPUT ${generated_directory}/${template}.hpp ${generated_directory}/${template}.cpp
      COMMAND compile_templates ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${template} ${folder}/${template} ${CMAKE_BINARY_DIR}/generated
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${template} compile_templates)
    list(APPEND generated ${generated_directory}/${template}.hpp ${generated_directory}/${template}.cpp)
  endforeach()
  if(TOGUNA_GROUP_GENERATED)
    # One unit a folder instead of one a template: most of such a unit is headers. Slower for whoever changes one template.
    set_source_files_properties(${generated} PROPERTIES UNITY_GROUP generated)
  endif()
  set(${out} ${generated} PARENT_SCOPE)
endfunction()

function(toguna_tests folder)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*_test.cpp)
  if(tests)
    add_executable(test_${folder} ${tests})
    target_link_libraries(test_${folder} PRIVATE ${ARGN} toguna_test_support)
    add_test(NAME ${folder} COMMAND test_${folder} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

function(toguna_library name)
  if(ARGN)
    add_library(${name} STATIC ${ARGN})
    set_target_properties(${name} PROPERTIES UNITY_BUILD ${TOGUNA_GROUP_GENERATED} UNITY_BUILD_MODE GROUP)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
  endif()
endfunction()

function(toguna_link name)
  get_target_property(type ${name} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(${name} INTERFACE ${ARGN})
  else()
    target_link_libraries(${name} PUBLIC ${ARGN})
  endif()
endfunction()

function(toguna_platform folder)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LINKS")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  toguna_generate(${folder} generated)
  toguna_library(toguna_${folder} ${sources} ${generated})
  toguna_link(toguna_${folder} ${ARG_LINKS})
  toguna_tests(${folder} toguna_${folder})
endfunction()

function(toguna_feature folder)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "USES;LINKS")
  toguna_sources(${folder} rules outer)
  toguna_library(toguna_${folder}_rules ${rules})
  toguna_link(toguna_${folder}_rules toguna_base toguna_formats)
  toguna_generate(${folder} generated)
  toguna_library(toguna_${folder} ${outer} ${generated})
  toguna_link(toguna_${folder} toguna_${folder}_rules toguna_web toguna_db toguna_jobs toguna_formats ${ARG_LINKS})
  foreach(used ${ARG_USES})
    toguna_link(toguna_${folder}_rules toguna_${used}_rules)
    toguna_link(toguna_${folder} toguna_${used})
  endforeach()
  toguna_tests(${folder} toguna_${folder} toguna_migrations)
endfunction()
