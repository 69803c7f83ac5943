#pragma once

#include <sys/types.h>
#include <vector>

namespace rawi::speech {

/// The processors that this process may run on, with the current one last; empty if they
/// cannot be determined.
std::vector<int> processors();

/// The processor that this process is running on.
int processor_now();

/// Moves this process to a processor, from which the system may move it again later; does nothing
/// if the system refuses.
void move_to(int processor);

/// Keeps a process, and those that it starts later, on one processor; does nothing if the system
/// refuses.
void keep_on(pid_t process, int processor);

}  // namespace rawi::speech
