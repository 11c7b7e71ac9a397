#include "tests/reference/family_fixture.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr const char* kNames[]{"rnn",
                               "lstm",
                               "lstm_3",
                               "gru",
                               "gru_words",
                               "seq2seq_lstm_none",
                               "seq2seq_lstm_additive",
                               "seq2seq_lstm_dot",
                               "seq2seq_lstm_general",
                               "seq2seq_gru_additive",
                               "seq2seq_gru_dot",
                               "seq2seq_rnn_none",
                               "seq2seq_rnn_general"};

TEST_CASE("Recurrent models say what PyTorch's say, with its loss and every gradient") {
    test::comparePasses(kNames);
}

TEST_CASE("Recurrent models end at PyTorch's weights after ten steps of AdamW with clipping") {
    test::compareOptimizers(kNames);
}

}  // namespace
}  // namespace attentarium
