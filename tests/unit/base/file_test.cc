// Standard output as a file: of readers that go away or wait, and of regular files.
#include "base/file.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <string>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace rawi {
namespace {

namespace fs = std::filesystem;

/// Standard output is `descriptor` while it lives.
class RedirectedOutput {
  public:
    explicit RedirectedOutput(int descriptor) : before_(::dup(STDOUT_FILENO)) {
        std::fflush(stdout);
        ::dup2(descriptor, STDOUT_FILENO);
    }
    RedirectedOutput(const RedirectedOutput&) = delete;
    RedirectedOutput& operator=(const RedirectedOutput&) = delete;
    ~RedirectedOutput() {
        ::dup2(before_, STDOUT_FILENO);
        ::close(before_);
    }

  private:
    int before_;
};

Result<OutputFile> output_to(int descriptor, std::function<bool()> stop) {
    const RedirectedOutput redirected(descriptor);
    return OutputFile::standard_output(std::move(stop));
}

class StandardOutput : public ::testing::Test {
  protected:
    std::array<int, 2> pipe_{};
    fs::path path_ = fs::temp_directory_path() / fmt::format("rawi-output-{}", ::getpid());

    void SetUp() override { ASSERT_EQ(::pipe2(pipe_.data(), O_CLOEXEC), 0); }
    void TearDown() override {
        for (const int end : pipe_)
            if (end >= 0) ::close(end);
        fs::remove(path_);
    }
    void close_end(std::size_t end) {
        ::close(pipe_.at(end));
        pipe_.at(end) = -1;
    }
};

TEST_F(StandardOutput, StopsWhileItWaitsForAReader) {
    int asked = 0;
    auto output = output_to(pipe_[1], [&] { return ++asked > 40; });
    ASSERT_TRUE(output);
    EXPECT_FALSE(output->can_seek());
    const Result<> done = output->write(std::string(std::size_t{1} << 20U, 'x'));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::interrupted);
    ASSERT_TRUE(output->close());
    close_end(1);
    std::string buffer(std::size_t{1} << 20U, ' ');
    const ssize_t got = ::read(pipe_[0], buffer.data(), buffer.size());
    EXPECT_GT(got, 0);
    EXPECT_EQ(got % 4096, 0);
}

TEST_F(StandardOutput, AReaderThatIsGoneIsAnError) {
    std::signal(SIGPIPE, SIG_IGN);
    auto output = output_to(pipe_[1], [] { return false; });
    ASSERT_TRUE(output);
    close_end(0);
    const Result<> done = output->write("x");
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::io);
    EXPECT_EQ(done.error().message, "cannot write \"standard output\": Broken pipe");
}

TEST_F(StandardOutput, SeeksInARegularFileFromItsPosition) {
    ASSERT_TRUE(write_file(path_, "before"));
    const int file = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    ::lseek(file, 0, SEEK_END);
    auto output = output_to(file, [] { return true; });  // never asked: nobody lets it wait
    ::close(file);
    ASSERT_TRUE(output);
    EXPECT_TRUE(output->can_seek());
    ASSERT_TRUE(output->write("abc"));
    ASSERT_TRUE(output->seek(1));
    ASSERT_TRUE(output->write("B"));
    ASSERT_TRUE(output->close());
    EXPECT_EQ(read_file(path_).value(), "beforeaBc");
}

TEST_F(StandardOutput, CannotSeekInAFileOpenForAppending) {
    const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const auto output = output_to(file, [] { return false; });
    ::close(file);
    ASSERT_TRUE(output);
    EXPECT_FALSE(output->can_seek());
}

}  // namespace
}  // namespace rawi
