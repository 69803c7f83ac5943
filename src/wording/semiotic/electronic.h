#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/table.h"
#include "wording/semiotic/values.h"

namespace rawi::wording::semiotic {

/// What a language knows of the names of domains.
struct DomainRules {
    const TableKeys& endings;          ///< last labels: "com", "org" ...
    const TableKeys* words = nullptr;  ///< words that are an ending too: "said.in" lacks a space
    std::size_t least_label = 1;       ///< letters before an ending of two letters: "e.g"
    bool any_country = false;          ///< two letters after three or more are an ending
};

/// Whether `name` is a domain without anything around that says so.
bool is_domain(std::string_view name, const DomainRules& rules);

/// The web address that `run` is, which has no spaces and no closing marks: with a scheme, or with
/// "www." before a possible domain, or a domain alone.
std::optional<Electronic> web_address_in(std::string_view run, const DomainRules& rules);

/// The e-mail address that `run` is.
std::optional<Electronic> mail_address_in(std::string_view run);

/// The name of an account or a topic that `run` is, without the sign before it.
std::optional<Electronic> handle_in(std::string_view run, Electronic::Form form);

/// The address of a machine that `run` is: four numbers of at most three digits (IPv4).
std::optional<Electronic> machine_address_in(std::string_view run);

/// The address as it was written.
std::string written(const Electronic& address);

/// A host without "www.".
std::string_view without_www(std::string_view host);

}  // namespace rawi::wording::semiotic
