// Environment variables for the time of a test.
#pragma once

#include <cstdlib>
#include <string>

namespace rawi {

/// Sets an environment variable, and removes it at the end of the scope.
class Setting {
  public:
    Setting(const char* name, const std::string& value) : name_(name) {
        setenv(name, value.c_str(), 1);
    }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
    Setting(Setting&&) = delete;
    Setting& operator=(Setting&&) = delete;
    ~Setting() { unsetenv(name_); }

  private:
    const char* name_;
};

}  // namespace rawi
