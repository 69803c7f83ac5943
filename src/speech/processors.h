#pragma once

#include <sys/types.h>
#include <vector>

namespace rawi::speech {

/// The processors that this process may run on, the one that it is on now last; nothing where the
/// system does not say.
std::vector<int> processors();

/// The processor that this process is on now.
int processor_now();

/// Moves this process to a processor, from where the system may take it away again. A wish.
void move_to(int processor);

/// Keeps a process, and what it starts, on one processor. A wish: where the system refuses,
/// nothing changes.
void keep_on(pid_t process, int processor);

}  // namespace rawi::speech
