# Joins FILES into OUT, each after a line "#file NAME", its path below ROOT.
file(WRITE ${OUT} "")
foreach(path ${FILES})
  file(RELATIVE_PATH name ${ROOT} ${path})
  file(READ ${path} text)
  file(APPEND ${OUT} "#file ${name}\n${text}")
endforeach()
