// The processors that processes run on.
#include "speech/processors.h"

#include <algorithm>
#include <sched.h>

namespace rawi::speech {

std::vector<int> processors() {
    std::vector<int> all;
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return all;  // more processors than a cpu_set_t holds
    for (int i = 0; i < CPU_SETSIZE; ++i) {
        if (CPU_ISSET(static_cast<std::size_t>(i), &set)) all.push_back(i);
    }
    const auto here = std::find(all.begin(), all.end(), processor_now());
    if (here != all.end()) std::rotate(all.begin(), here + 1, all.end());
    return all;
}

int processor_now() {
    return sched_getcpu();
}

void move_to(int processor) {
    cpu_set_t all;
    if (sched_getaffinity(0, sizeof all, &all) != 0) return;
    keep_on(0, processor);
    sched_setaffinity(0, sizeof all, &all);
}

void keep_on(pid_t process, int processor) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(processor), &set);
    sched_setaffinity(process, sizeof set, &set);
}

}  // namespace rawi::speech
