// rawi (the narrator) turns articles into audio.
#include <exception>
#include <iostream>

#include "cli/command_line.h"

int main(int argc, char** argv) {
    try {
        return rawi::cli::run(argc, argv);
    } catch (const std::exception& problem) {
        std::cerr << "rawi: this is a bug, please report it: " << problem.what() << '\n';
        return 1;
    }
}
