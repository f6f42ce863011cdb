# Like src/formats/fuzz: script/fuzz builds and runs it.
if(NOT TOGUNA_FUZZ)
  return()
endif()
add_executable(fuzz_plan ${CMAKE_CURRENT_LIST_DIR}/plan_fuzz.cpp)
target_link_libraries(fuzz_plan PRIVATE toguna_actions_rules)
target_link_options(fuzz_plan PRIVATE -fsanitize=fuzzer)
set_target_properties(fuzz_plan PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
