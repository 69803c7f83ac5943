// rawi with an engine that fails when the environment asks for it. The main process is rawi's own.
#include <cstdlib>
#include <string>

#include "cli/command_line.h"
#include "speech/espeak/engine.h"
#include "speech/worker.h"
#include "support/faulty_engine.h"

namespace {

std::string from_environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

int main(int argc, char** argv) {
    if (const auto voice = rawi::speech::worker_voice(argc, argv)) {
        rawi::FaultyEngine engine(rawi::speech::espeak::make_engine(),
                                  {.crash = from_environment("FAULT_CRASH"),
                                   .hang = {},
                                   .kill = from_environment("FAULT_KILL")});
        return rawi::speech::run_worker(engine, *voice);
    }
    return rawi::cli::run(argc, argv);
}
