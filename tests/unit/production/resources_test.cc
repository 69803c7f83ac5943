// That a run opens each file once, however many articles it has. The system counts.
#include "production/resources.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <sys/inotify.h>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "unit/production/run_test.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

/// Counts how often each file below a folder is opened.
class Opens {
  public:
    explicit Opens(const fs::path& folder) {
        watch(folder);
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_directory()) watch(entry.path());
    }
    ~Opens() { ::close(queue_); }
    Opens(const Opens&) = delete;
    Opens& operator=(const Opens&) = delete;

    /// Of each file since the last call.
    std::map<std::string, int> take() {
        std::map<std::string, int> counts;
        alignas(inotify_event) std::array<char, 1U << 16U> buffer{};
        for (ssize_t got = 0; (got = ::read(queue_, buffer.data(), buffer.size())) > 0;) {
            for (const char* at = buffer.data(); at < buffer.data() + got;) {
                const auto* const event = reinterpret_cast<const inotify_event*>(at);
                EXPECT_EQ(event->mask & IN_Q_OVERFLOW, 0U);
                const bool file = (event->mask & IN_ISDIR) == 0 && event->len > 0;
                if (file) ++counts[folders_[event->wd] + "/" + std::string(event->name)];
                at += sizeof(inotify_event) + event->len;
            }
        }
        return counts;
    }

  private:
    void watch(const fs::path& folder) {
        folders_[inotify_add_watch(queue_, folder.c_str(), IN_OPEN)] = folder.filename().string();
    }

    int queue_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    std::map<int, std::string> folders_;
};

class ARunsResources : public RunTest {
  protected:
    void SetUp() override {
        RunTest::SetUp();
        fs::copy(RAWI_SOURCE "/voices", root_ / "voices", fs::copy_options::recursive);
        options_.data = root_ / "voices";
    }
};

TEST_F(ARunsResources, AreOpenedOnceAndOnceMoreForTheirDigest) {
    std::vector<fs::path> articles;
    for (const char* const name : {"a", "b", "c"}) {
        articles.push_back(
            put(fmt::format("{}.txt", name),
                "<speak xml:lang=\"ar\">\u0642\u0627\u0644 90 <lang xml:lang=\"en\">five "
                "dogs</lang> <phoneme ph=\"qaala\">\u0642\u0627\u0644</phoneme> "
                "<phoneme ph=\"qaala\">\u0642\u0627\u0644</phoneme>.</speak>"));
    }
    Opens opens(options_.data);
    ASSERT_TRUE(run(articles));
    ASSERT_EQ(outcomes_.size(), 3U) << reports_[0];
    const std::map<std::string, int> counts = opens.take();
    for (const char* const used : {"ar/vowels.weights", "ar/names.tsv", "en/words.tsv"})
        EXPECT_EQ(counts.at(used), 2) << used;
    EXPECT_EQ(counts.at("ar/voice.toml"), 1);
    // Loaded with each of the two languages' own, and with the words of all.
    for (const auto& [name, count] : counts)
        EXPECT_LE(count, 4) << name;
}

TEST_F(ARunsResources, AreThoseOfTheLanguagesThatOccur) {
    Opens opens(options_.data);
    ASSERT_TRUE(run({put("a.txt", "Five dogs."), put("b.txt", "Six dogs.")}));
    const std::map<std::string, int> counts = opens.take();
    EXPECT_FALSE(counts.contains("ar/vowels.weights"));
    EXPECT_TRUE(counts.contains("en/words.tsv"));
}

}  // namespace
}  // namespace rawi::production
