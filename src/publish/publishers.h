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
    const char* what;  ///< for the help: "the text with its vowels (vowelled.txt)"
    Result<std::unique_ptr<Publisher>> (*make)(const Article& article);
    bool always = false;  ///< whether it writes unasked
};

/// All publishers of the program. A new one is a row here.
std::span<const Row> publishers();

/// Those among `rows` that `names` ask for ("all": every one) and those that always write, in the
/// order of the rows. An unknown name is an error (kind usage) that lists the names.
Result<std::vector<Row>> choose(std::span<const Row> rows, const std::vector<std::string>& names);

/// Several publishers as one: each call goes to all, in order, until one returns an error.
Result<std::unique_ptr<Publisher>> make_all(const std::vector<Row>& rows, const Article& article);

}  // namespace rawi::publish
