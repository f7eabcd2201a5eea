# BINDERY_SANITIZE=address,undefined (or thread) builds everything with those sanitizers.
set(BINDERY_SANITIZE "" CACHE STRING "Sanitizers for all targets, as -fsanitize takes them")
if(BINDERY_SANITIZE)
  add_compile_options(-fsanitize=${BINDERY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BINDERY_SANITIZE})
endif()
