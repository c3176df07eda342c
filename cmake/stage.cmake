# One folder of src/ = one static library + one test program.

# stage(NAME [USES stage...]): builds src/NAME/*.cpp; *_test.cpp become NAME_test, *_bench.cpp
# NAME_bench. A CMakeLists.txt in the folder adds third-party libraries and embedded files.
function(stage name)
  cmake_parse_arguments(arg "" "" "USES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  set(benches ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER benches INCLUDE REGEX "_bench\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_(test|bench|main)\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources})
    set(visibility PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(visibility INTERFACE)
  endif()
  target_include_directories(${name} ${visibility} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} ${visibility} fmt::fmt)
  foreach(used ${arg_USES})
    target_link_libraries(${name} ${visibility} ${used})
  endforeach()
  if(sources)
    precompile_headers(${name})
  endif()
  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE ${name})
    test_program(${name}_test ${name})
  endif()
  if(benches)
    find_package(benchmark REQUIRED)
    add_executable(${name}_bench ${benches})
    target_link_libraries(${name}_bench PRIVATE ${name} benchmark::benchmark_main)
    target_compile_definitions(${name}_bench PRIVATE ENTENTE_ROOT="${CMAKE_SOURCE_DIR}")
  endif()
  if(EXISTS ${folder}/CMakeLists.txt)
    add_subdirectory(${folder})
  endif()
endfunction()

# precompile_headers(TARGET): all stages share one precompiled set of the headers that nearly every
# file includes; a fifth of the time of a build. Files still include what they use: the build with
# sanitizers goes without. Stages that only put into words what others have found, as JSON or for
# the terminal, are a third faster to compile with less optimisation, and have a set of their own.
set(common_headers <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <mutex>
  <numeric> <optional> <ranges> <set> <string> <string_view> <thread> <unordered_map>
  <unordered_set> <utility> <vector> <fmt/format.h>)
function(precompile_headers target)
  if(ENTENTE_SANITIZE)
    return()
  endif()
  if(target MATCHES "^(views|server|cli)$")
    target_compile_options(${target} PRIVATE -O1)
  endif()
  if(target STREQUAL base)
    target_precompile_headers(${target} PRIVATE ${common_headers})
  elseif(target STREQUAL views)
    target_precompile_headers(${target} PRIVATE ${common_headers} <nlohmann/json.hpp>)
  elseif(target MATCHES "^(server|cli)$")
    target_precompile_headers(${target} REUSE_FROM views)
  else()
    target_precompile_headers(${target} REUSE_FROM base)
  endif()
endfunction()

# test_program(TARGET PREFIX): what all test programs have in common. Most time of a build goes into
# compiling tests: they share one precompiled GoogleTest and are not optimised; what they test is.
function(test_program target prefix)
  # fmt is what the header was compiled with.
  target_link_libraries(${target} PRIVATE GTest::gtest_main GTest::gmock fmt::fmt)
  target_compile_definitions(${target} PRIVATE ENTENTE_ROOT="${CMAKE_SOURCE_DIR}")
  if(NOT ENTENTE_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
  if(target STREQUAL base_test)
    target_precompile_headers(${target} PRIVATE <gtest/gtest.h>)
  else()
    target_precompile_headers(${target} REUSE_FROM base_test)
  endif()
  gtest_discover_tests(${target} TEST_PREFIX ${prefix}. DISCOVERY_TIMEOUT 60)
endfunction()

# embed(TARGET SYMBOL FILE): the bytes of FILE as
#   extern "C" const char SYMBOL[]; extern "C" const char SYMBOL_end[];
function(embed target symbol file)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  file(WRITE ${assembly}.new
    ".section .rodata\n.balign 64\n.global ${symbol}\n${symbol}:\n.incbin \"${file}\"\n"
    ".global ${symbol}_end\n${symbol}_end:\n.byte 0\n"
    ".section .note.GNU-stack,\"\",@progbits\n")
  file(COPY_FILE ${assembly}.new ${assembly} ONLY_IF_DIFFERENT)
  set_source_files_properties(${assembly} TARGET_DIRECTORY ${target}
    PROPERTIES OBJECT_DEPENDS ${file} GENERATED TRUE)
  target_sources(${target} PRIVATE ${assembly})
endfunction()
