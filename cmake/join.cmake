# Joins FILES into OUT, each after a line "#file NAME".
file(WRITE ${OUT} "")
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  file(APPEND ${OUT} "#file data/deeds/${name}\n${text}")
endforeach()
