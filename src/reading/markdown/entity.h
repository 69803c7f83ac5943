#pragma once

#include <map>
#include <string>
#include <string_view>

namespace rawi::reading::markdown {

/// The entity at the start of a text, as HTML writes it ("&eacute;", "&#233;"); empty if there is
/// none.
std::string_view entity_at(std::string_view text);

/// What entities stand for. Each is looked up once.
class Entities {
  public:
    /// The text of an entity; the entity itself if HTML has none of this name.
    const std::string& text_of(std::string_view entity);

  private:
    std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace rawi::reading::markdown
