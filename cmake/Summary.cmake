# What was built and what was left out, with the reason: said once, at the end of configure.

function(findling_feature name state)
    list(JOIN ARGN " " why)
    if(why)
        set(why ", ${why}")
    endif()
    set_property(GLOBAL APPEND PROPERTY FINDLING_FEATURES "  ${name}: ${state}${why}")
endfunction()

function(findling_print_summary)
    get_property(lines GLOBAL PROPERTY FINDLING_FEATURES)
    list(JOIN lines "\n" text)
    message(STATUS "Findling ${PROJECT_VERSION}\n${text}")
endfunction()

# For options of the kind AUTO|ON|OFF: a missing part is an error only where it was asked for.
function(findling_feature_missing option name why)
    if("${${option}}" STREQUAL "ON")
        message(FATAL_ERROR "${option}=ON, but ${why}")
    endif()
    findling_feature("${name}" off "${why}")
endfunction()
