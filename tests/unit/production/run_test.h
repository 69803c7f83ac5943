#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "production/producer.h"
#include "speech/launcher.h"

namespace rawi::production {

/// Runs of articles in a folder of their own, with a copy of voices/ that may be edited.
class RunTest : public ::testing::Test {
  protected:
    std::filesystem::path root_ =
        std::filesystem::temp_directory_path() / fmt::format("rawi-run-{}", ::getpid());
    RenderOptions options_;
    std::vector<Outcome> outcomes_;     ///< of the last run's articles that did not fail
    std::vector<std::string> reports_;  ///< "0 a": article and folder, or article and error

    void SetUp() override {
        std::filesystem::create_directories(root_);
        options_.data = RAWI_SOURCE "/voices";
        options_.output.folder = root_ / "out";
    }
    void TearDown() override { std::filesystem::remove_all(root_); }

    std::filesystem::path put(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((root_ / name).parent_path());
        std::filesystem::remove(root_ / name);  // may be a link into the source tree
        EXPECT_TRUE(write_file(root_ / name, text));
        return root_ / name;
    }
    /// Uses voices/ in `root_`, whose files are links to those of the source tree.
    void copy_voices() {
        namespace fs = std::filesystem;
        options_.data = root_ / "voices";
        const fs::path source = RAWI_SOURCE "/voices";
        fs::create_directories(options_.data);
        for (const auto& entry : fs::recursive_directory_iterator(source)) {
            const fs::path copy = options_.data / entry.path().lexically_relative(source);
            if (entry.is_directory()) {
                fs::create_directories(copy);
            } else {
                fs::create_symlink(entry.path(), copy);
            }
        }
    }
    Result<> run(const std::vector<std::filesystem::path>& articles) {
        outcomes_.clear();
        reports_.clear();
        Producer producer(
            options_, [] { return false; },
            std::make_shared<speech::ProgramLauncher>(RAWI_FAULTY_PROGRAM));
        return producer.render(
            articles, {.progress = [](std::size_t, const Progress&) {},
                       .done = [&](std::size_t article,
                                   const Result<Outcome>& outcome) { note(article, outcome); }});
    }
    /// Whether the one article is rendered, not up to date.
    bool renders(const std::filesystem::path& article) {
        EXPECT_TRUE(run({article}));
        EXPECT_EQ(outcomes_.size(), 1U) << (reports_.empty() ? "" : reports_[0]);
        return outcomes_.size() == 1 && !outcomes_[0].up_to_date;
    }

  private:
    void note(std::size_t article, const Result<Outcome>& outcome) {
        reports_.push_back(
            fmt::format("{} {}", article,
                        outcome ? outcome->folder.filename().string() : outcome.error().message));
        if (outcome) outcomes_.push_back(*outcome);
    }
};

}  // namespace rawi::production
