// The title of a page.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reading/html/titles.h"

namespace rawi::reading::html {
namespace {

TEST(HtmlTitles, EscapesAreResolvedAlsoTwice) {
    EXPECT_EQ(plain_title("The &#8216;last&#8217; <i>bridge</i>"),
              "The \xE2\x80\x98last\xE2\x80\x99 bridge");
    EXPECT_EQ(plain_title("Rain &amp;#8211; again"), "Rain \xE2\x80\x93 again");
    EXPECT_EQ(plain_title("AT&T below 5"), "AT&T below 5");
}

TEST(HtmlTitles, TheSiteIsNoPartOfTheTitle) {
    EXPECT_EQ(without_site("The bridge opens | The Paper", "The Paper"), "The bridge opens");
    EXPECT_EQ(without_site("The Paper - The bridge opens", "The Paper"), "The bridge opens");
    EXPECT_EQ(without_site("The old bridge opens - Paper", ""), "The old bridge opens");
    EXPECT_EQ(without_site("Rain - the longest spell in years", ""),
              "Rain - the longest spell in years");
}

TEST(HtmlTitles, TheHeadingOfThePageSaysTheTitle) {
    const std::string heading = "The bridge opens at last";
    EXPECT_EQ(shown_title("Bridge news: the bridge opens", {heading}, ""), heading);
    EXPECT_EQ(shown_title("The bridge opens at last | Paper | 3 May", {"Paper", heading}, ""),
              heading);
    EXPECT_EQ(shown_title("Rain", {heading}, ""), "Rain");
    EXPECT_EQ(shown_title("Bridge closed again", {"The Daily Bridge Paper", heading}, ""),
              "Bridge closed again");
    EXPECT_EQ(shown_title("The Paper of today", {"The Paper of Today"}, "The paper of today"),
              "The Paper of today");
    EXPECT_EQ(shown_title("Rain", {}, ""), "Rain");
    EXPECT_EQ(shown_title("The bridge opens", {"City news: The bridge opens"}, ""),
              "The bridge opens");
}

}  // namespace
}  // namespace rawi::reading::html
