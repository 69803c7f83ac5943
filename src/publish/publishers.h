#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "publish/publisher.h"

namespace rawi::publish {

/// A publisher that `--with` knows.
struct Row {
    const char* name;  ///< for `--with`
    const char* what;  ///< for the help: "the text with its vowels, in vowelled.txt"
    Result<std::unique_ptr<Publisher>> (*make)(const Article& article);
    bool always = false;  ///< whether it is used even if not requested
};

/// All publishers of the program. To add one, add a row here.
std::span<const Row> publishers();

/// The publishers of `rows` that `names` requests ("all": every one) and those that are always
/// used, in the order of the rows. An unknown name is an error (kind usage) that lists the names.
Result<std::vector<Row>> choose(std::span<const Row> rows, const std::vector<std::string>& names);

/// Combines several publishers: each call is passed to all, in order, until one returns an error.
Result<std::unique_ptr<Publisher>> make_all(const std::vector<Row>& rows, const Article& article);

}  // namespace rawi::publish
