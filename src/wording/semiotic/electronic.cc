// Web and e-mail addresses, names of accounts: their form, in any language.
#include "wording/semiotic/electronic.h"

#include <algorithm>

namespace rawi::wording::semiotic {

namespace {

constexpr std::string_view www = "www.";

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
    return is_small(c) || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a name has the form of a domain: a last label of two or more small letters.
bool has_domain_form(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.front() == '.' ||
        name.find("..") != std::string_view::npos)
        return false;
    const std::string_view last = name.substr(dot + 1);
    return last.size() >= 2 && std::all_of(last.begin(), last.end(), is_small);
}

/// The scheme that a run begins with (RFC 3986, 3.1); empty: none.
std::string_view scheme_in(std::string_view run) {
    const std::string_view scheme = run.substr(0, run.find("://"));
    const bool sound = !scheme.empty() && scheme.size() < run.size() && is_letter(scheme.front()) &&
                       std::all_of(scheme.begin(), scheme.end(), [](char c) {
                           return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
                       });
    return sound ? scheme : std::string_view();
}

}  // namespace

bool is_domain(std::string_view name, const DomainRules& rules) {
    if (!has_domain_form(name)) return false;
    const std::size_t dot = name.rfind('.');
    const std::string_view last = name.substr(dot + 1);
    const std::string_view before = name.substr(0, dot);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '-';
    });
    if (!plain || std::none_of(before.begin(), before.end(), is_letter)) return false;
    const std::size_t label = before.size() - (before.rfind('.') + 1);
    constexpr std::size_t country = 2, long_enough = 3;
    if (rules.words != nullptr && rules.words->has(last)) return false;
    if (rules.endings.has(last)) return last.size() > country || label >= rules.least_label;
    return rules.any_country && last.size() == country && label >= long_enough;
}

std::string_view without_www(std::string_view host) {
    return host.starts_with(www) ? host.substr(www.size()) : host;
}

std::optional<Electronic> web_address_in(std::string_view run, const DomainRules& rules) {
    const std::string_view scheme = scheme_in(run);
    const std::string_view rest = scheme.empty() ? run : run.substr(scheme.size() + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    const std::string_view host = authority.substr(0, authority.find(':'));
    const bool named = host.starts_with(www) && has_domain_form(without_www(host));
    const bool known = !scheme.empty() || named || is_domain(host, rules);
    if (!known || host.find('@') != std::string_view::npos) return {};
    return Electronic{.form = Electronic::Form::web,
                      .scheme = std::string(scheme),
                      .user = {},
                      .host = std::string(host),
                      .port = std::string(authority.substr(host.size())),
                      .path = std::string(rest.substr(authority.size()))};
}

std::optional<Electronic> mail_address_in(std::string_view run) {
    const std::size_t sign = run.find('@');
    if (sign == std::string_view::npos || sign == 0) return {};
    const std::string_view rest = run.substr(sign + 1);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (!has_domain_form(host)) return {};
    return Electronic{.form = Electronic::Form::mail,
                      .scheme = {},
                      .user = std::string(run.substr(0, sign)),
                      .host = std::string(host),
                      .port = {},
                      .path = std::string(rest.substr(host.size()))};
}

std::optional<Electronic> handle_in(std::string_view run, Electronic::Form form) {
    const bool sound = std::all_of(run.begin(), run.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
    });
    if (!sound || std::none_of(run.begin(), run.end(), is_letter)) return {};
    return Electronic{.form = form, .scheme = {}, .user = std::string(run)};
}

std::optional<Electronic> machine_address_in(std::string_view run) {
    constexpr std::size_t numbers = 4, longest = 3;
    std::size_t count = 0;
    for (std::string_view rest = run;; ++count) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        const std::string_view number = rest.substr(0, dot);
        if (number.empty() || number.size() > longest ||
            !std::all_of(number.begin(), number.end(), is_digit))
            return {};
        if (dot == rest.size()) break;
        rest.remove_prefix(dot + 1);
    }
    if (count + 1 != numbers) return {};
    return Electronic{
        .form = Electronic::Form::machine, .scheme = {}, .user = {}, .host = std::string(run)};
}

std::string written(const Electronic& address) {
    std::string all;
    if (!address.scheme.empty()) all += address.scheme + "://";
    if (!address.user.empty()) all += address.user;
    if (address.form == Electronic::Form::mail) all += '@';
    return all + address.host + address.port + address.path;
}

}  // namespace rawi::wording::semiotic
