// Keeps the utterances in flight in order.
#include "speech/utterance_queue.h"

#include <utility>

namespace rawi::speech {

UtteranceQueue::UtteranceQueue(const SynthesisSource& source, const SynthesisSink& sink,
                               std::size_t most)
    : source_(&source), sink_(&sink), most_(most), ended_(false) {}

Result<bool> UtteranceQueue::fetch() {
    if (ended_ || units_.size() >= most_) return false;
    std::optional<Utterance> next = source_->next();
    ended_ = !next;
    if (ended_) return false;
    RAWI_TRY(const Request request, request_for(*next, source_->voice_of));
    units_.push_back(Unit{.utterance = *std::move(next),
                          .request = encode(request),
                          .speech = {},
                          .failure = {},
                          .failed_attempts = 0});
    return true;
}

void UtteranceQueue::pop_next() {
    if (retries_.empty()) {
        ++unsent_;
    } else {
        retries_.pop_back();
    }
}

void UtteranceQueue::retry(const std::deque<std::size_t>& numbers) {
    retries_.insert(retries_.end(), numbers.rbegin(), numbers.rend());
}

Result<> UtteranceQueue::deliver() {
    while (!units_.empty()) {
        Unit& next = units_.front();
        if (next.speech) {
            RAWI_CHECK_OK(sink_->spoken(next.utterance, *std::move(next.speech)));
        } else if (next.failure) {
            RAWI_CHECK_OK(sink_->failed(next.utterance, *std::move(next.failure)));
        } else {
            return {};
        }
        units_.pop_front();
        ++first_;
    }
    return {};
}

}  // namespace rawi::speech
