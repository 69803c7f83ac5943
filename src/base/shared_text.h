#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace rawi {
inline namespace base {

/// A text that never changes; its copies share its bytes.
class SharedText {
  public:
    SharedText() = default;
    // Implicit: it stands for the string.
    SharedText(std::string text) : text_(std::make_shared<const std::string>(std::move(text))) {}
    SharedText(const char* text) : SharedText(std::string(text)) {}

    operator std::string_view() const { return text_ ? std::string_view(*text_) : ""; }
    std::size_t size() const { return text_ ? text_->size() : 0; }

    friend bool operator==(const SharedText& a, std::string_view b) {
        return std::string_view(a) == b;
    }

  private:
    std::shared_ptr<const std::string> text_;
};

}  // namespace base
}  // namespace rawi
