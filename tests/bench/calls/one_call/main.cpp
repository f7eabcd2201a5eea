// Makes the one call, however it is written: a check holds the lines of all of them together.
#include <iostream>

#include "print_video.hpp"

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: " << argv[0] << " server [video]\n";
    return 2;
  }
  return print_video(argv[1], "key_of_a_test", argc == 3 ? argv[2] : "v_1");
}
