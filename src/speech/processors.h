#pragma once

#include <sys/types.h>
#include <vector>

namespace rawi {

/// The processors that this process may run on, in order; nothing where the system does not say.
std::vector<int> processors();

/// Keeps a process, and what it starts, on one processor. A wish: where the system refuses,
/// nothing changes.
void keep_on(pid_t process, int processor);

}  // namespace rawi
