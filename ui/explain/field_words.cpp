#include "ui/explain/field_words.h"

#include <QCoreApplication>

namespace attentarium {
namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

struct Words {
    std::string_view field;
    const char* label;
    const char* help;
};

constexpr Words kFields[] = {
    // What is decided beside the lists.
    {"family", QT_TRANSLATE_NOOP("Fields", "Model family"),
     QT_TRANSLATE_NOOP("Fields", "How the model is built. The family also decides what it can learn.")},
    {"corpus", QT_TRANSLATE_NOOP("Fields", "Text"),
     QT_TRANSLATE_NOOP("Fields", "What the model reads while it learns. A tenth is held out to test it.")},
    {"task", QT_TRANSLATE_NOOP("Fields", "Task"),
     QT_TRANSLATE_NOOP("Fields", "Questions with known answers. Those that it is tested on are never learned from.")},
    {"language", QT_TRANSLATE_NOOP("Fields", "Language of the text"),
     QT_TRANSLATE_NOOP("Fields", "The language that the model reads, which need not be that of the window.")},
    {"tokenizer", QT_TRANSLATE_NOOP("Fields", "Tokenizer"),
     QT_TRANSLATE_NOOP("Fields", "Into which pieces the text is cut; the model reads one piece after the other.")},
    {"stories", QT_TRANSLATE_NOOP("Fields", "Stories"),
     QT_TRANSLATE_NOOP("Fields", "How many stories of the small world are told to learn from.")},
    {"seed", QT_TRANSLATE_NOOP("Fields", "Seed"),
     QT_TRANSLATE_NOOP("Fields", "Decides all that is drawn at random: with the same seed a run repeats exactly.")},
    // Of a model.
    {"layers", QT_TRANSLATE_NOOP("Fields", "Layers"),
     QT_TRANSLATE_NOOP("Fields", "Blocks one after the other. Each works on what the one before handed on.")},
    {"heads", QT_TRANSLATE_NOOP("Fields", "Heads"),
     QT_TRANSLATE_NOOP("Fields", "Attention heads in each block. Each can look for something else.")},
    {"key_value_heads", QT_TRANSLATE_NOOP("Fields", "Key–value heads"),
     QT_TRANSLATE_NOOP("Fields", "Heads of keys and values, shared by groups of query heads. 0: one for each.")},
    {"width", QT_TRANSLATE_NOOP("Fields", "Width"),
     QT_TRANSLATE_NOOP("Fields", "How many numbers stand for one token.")},
    {"context", QT_TRANSLATE_NOOP("Fields", "Context"),
     QT_TRANSLATE_NOOP("Fields", "How many tokens the model sees at once.")},
    {"vocabulary", QT_TRANSLATE_NOOP("Fields", "Vocabulary"),
     QT_TRANSLATE_NOOP("Fields", "How many different tokens the model knows. The text decides this.")},
    {"tied", QT_TRANSLATE_NOOP("Fields", "Tied embeddings"),
     QT_TRANSLATE_NOOP("Fields", "Use the token embedding for the output too: fewer numbers to learn.")},
    {"positions", QT_TRANSLATE_NOOP("Fields", "Positions"),
     QT_TRANSLATE_NOOP("Fields", "How the model learns where in the text a token stands.")},
    {"norm_place", QT_TRANSLATE_NOOP("Fields", "Normalise"),
     QT_TRANSLATE_NOOP("Fields", "Where in a block the features are normalised.")},
    {"norm", QT_TRANSLATE_NOOP("Fields", "Kind of norm"),
     QT_TRANSLATE_NOOP("Fields", "LayerNorm centres and scales the features; RMSNorm only scales them.")},
    {"activation", QT_TRANSLATE_NOOP("Fields", "Activation"),
     QT_TRANSLATE_NOOP("Fields", "What the hidden units of the feed-forward network do.")},
    {"cell", QT_TRANSLATE_NOOP("Fields", "Recurrent cell"),
     QT_TRANSLATE_NOOP("Fields", "How the network carries its state from token to token.")},
    {"bidirectional", QT_TRANSLATE_NOOP("Fields", "Read from both ends"),
     QT_TRANSLATE_NOOP("Fields", "The encoder reads the source forwards and backwards.")},
    {"alignment", QT_TRANSLATE_NOOP("Fields", "Look back by"),
     QT_TRANSLATE_NOOP("Fields", "How the decoder scores the words of the source when it looks back at them.")},
    {"window", QT_TRANSLATE_NOOP("Fields", "Window"),
     QT_TRANSLATE_NOOP("Fields", "How many words are seen; for word vectors, how many on each side.")},
    {"hidden", QT_TRANSLATE_NOOP("Fields", "Hidden units"), QT_TRANSLATE_NOOP("Fields", "Units of the hidden layer.")},
    {"direct", QT_TRANSLATE_NOOP("Fields", "Direct links"),
     QT_TRANSLATE_NOOP("Fields", "Link the embeddings straight to the output too, past the hidden layer.")},
    {"negatives", QT_TRANSLATE_NOOP("Fields", "Negative samples"),
     QT_TRANSLATE_NOOP("Fields", "Words drawn at random against each true one. 0: compare with all words.")},
    {"order", QT_TRANSLATE_NOOP("Fields", "Order"), QT_TRANSLATE_NOOP("Fields", "Words in an n-gram.")},
    {"smoothing", QT_TRANSLATE_NOOP("Fields", "Smoothing"),
     QT_TRANSLATE_NOOP("Fields", "How word sequences that were never seen get a share.")},
    {"add_k", QT_TRANSLATE_NOOP("Fields", "Added to counts"),
     QT_TRANSLATE_NOOP("Fields", "What add-k smoothing adds to each count.")},
    {"classes", QT_TRANSLATE_NOOP("Fields", "Classes"),
     QT_TRANSLATE_NOOP("Fields", "How many classes the model tells apart. The task decides this.")},
    // Of training.
    {"batch", QT_TRANSLATE_NOOP("Fields", "Batch"),
     QT_TRANSLATE_NOOP("Fields", "Texts in each step. More of them: a steadier gradient, slower steps.")},
    {"steps", QT_TRANSLATE_NOOP("Fields", "Steps"),
     QT_TRANSLATE_NOOP("Fields", "Steps in all. The learning rate falls towards the last one.")},
    {"warmup", QT_TRANSLATE_NOOP("Fields", "Warm-up"),
     QT_TRANSLATE_NOOP("Fields", "Steps over which the learning rate rises from zero.")},
    {"peak_rate", QT_TRANSLATE_NOOP("Fields", "Learning rate"),
     QT_TRANSLATE_NOOP("Fields", "How far one step goes, at its highest. Too large and the loss explodes.")},
    {"final_rate", QT_TRANSLATE_NOOP("Fields", "Final rate"),
     QT_TRANSLATE_NOOP("Fields", "The learning rate at the last step.")},
    {"objective", QT_TRANSLATE_NOOP("Fields", "Objective"),
     QT_TRANSLATE_NOOP("Fields", "What is to be guessed from the text. Each objective needs a family that can.")},
    {"mask_share", QT_TRANSLATE_NOOP("Fields", "Share to guess"),
     QT_TRANSLATE_NOOP("Fields", "Share of each text's tokens that are to be guessed. 0: one token.")},
    {"masked_share", QT_TRANSLATE_NOOP("Fields", "Of those, masked"),
     QT_TRANSLATE_NOOP("Fields", "Share of the tokens to guess that are hidden by a mask.")},
    {"replaced_share", QT_TRANSLATE_NOOP("Fields", "Of those, replaced"),
     QT_TRANSLATE_NOOP("Fields", "Share of the tokens to guess that are replaced by any other.")},
    {"span_length", QT_TRANSLATE_NOOP("Fields", "Span length"),
     QT_TRANSLATE_NOOP("Fields", "Mean number of tokens in each piece that is cut out.")},
    {"examples", QT_TRANSLATE_NOOP("Fields", "Examples"),
     QT_TRANSLATE_NOOP("Fields", "How many questions of the task there are to learn from.")},
    {"passes", QT_TRANSLATE_NOOP("Fields", "Passes"), QT_TRANSLATE_NOOP("Fields", "How often the whole text is read.")},
    {"subsample", QT_TRANSLATE_NOOP("Fields", "Thin out above"),
     QT_TRANSLATE_NOOP("Fields", "Words with a larger share of the text than this are often left out. 0: none is.")},
    {"carry", QT_TRANSLATE_NOOP("Fields", "Carry the state on"),
     QT_TRANSLATE_NOOP("Fields", "Each batch goes on where the last one ended, with the state it left.")},
    {"optimizer", QT_TRANSLATE_NOOP("Fields", "Optimizer"),
     QT_TRANSLATE_NOOP("Fields", "How gradients become updates of the weights.")},
    {"beta1", QT_TRANSLATE_NOOP("Fields", "β₁"),
     QT_TRANSLATE_NOOP("Fields", "How much of the earlier mean gradient is kept: the momentum.")},
    {"beta2", QT_TRANSLATE_NOOP("Fields", "β₂"),
     QT_TRANSLATE_NOOP("Fields", "How much of the earlier mean square of the gradient is kept.")},
    {"epsilon", QT_TRANSLATE_NOOP("Fields", "ε"),
     QT_TRANSLATE_NOOP("Fields", "A tiny number that keeps the update from dividing by zero.")},
    {"weight_decay", QT_TRANSLATE_NOOP("Fields", "Weight decay"),
     QT_TRANSLATE_NOOP("Fields", "AdamW shrinks the weights by this much of themselves, times the learning rate.")},
    {"l1", QT_TRANSLATE_NOOP("Fields", "L1"),
     QT_TRANSLATE_NOOP("Fields", "Punishes the sum of absolute weights: it drives many to zero.")},
    {"l2", QT_TRANSLATE_NOOP("Fields", "L2"),
     QT_TRANSLATE_NOOP("Fields", "Punishes the sum of squared weights: it keeps all of them small.")},
    {"dropout", QT_TRANSLATE_NOOP("Fields", "Dropout"),
     QT_TRANSLATE_NOOP("Fields",
                       "Share of activations left out at random while learning, so that no one is relied on.")},
    {"label_smoothing", QT_TRANSLATE_NOOP("Fields", "Label smoothing"),
     QT_TRANSLATE_NOOP("Fields", "Share of the target spread over all tokens, so that the model is never too sure.")},
    {"task_weight", QT_TRANSLATE_NOOP("Fields", "Weight of the task"),
     QT_TRANSLATE_NOOP("Fields", "How much the task's loss counts beside that of the language.")},
    {"clip", QT_TRANSLATE_NOOP("Fields", "Clip gradients at"),
     QT_TRANSLATE_NOOP("Fields", "A gradient with a larger norm is scaled down to this one.")},
    // Of a task.
    {"min_length", QT_TRANSLATE_NOOP("Fields", "Shortest question"),
     QT_TRANSLATE_NOOP("Fields", "Letters, brackets, or pairs to recall from, in the shortest question.")},
    {"max_length", QT_TRANSLATE_NOOP("Fields", "Longest question"),
     QT_TRANSLATE_NOOP("Fields", "Letters, brackets, or pairs to recall from, in the longest question.")},
    {"alphabet", QT_TRANSLATE_NOOP("Fields", "Letters in use"),
     QT_TRANSLATE_NOOP("Fields", "How many different letters the words are made of.")},
    {"digits", QT_TRANSLATE_NOOP("Fields", "Digits"),
     QT_TRANSLATE_NOOP("Fields", "Digits of each number that is added.")},
    {"least_digit_first", QT_TRANSLATE_NOOP("Fields", "Write sums from the ones up"),
     QT_TRANSLATE_NOOP("Fields", "The order in which carries arise, and much easier to learn.")},
    {"first_year", QT_TRANSLATE_NOOP("Fields", "First year"),
     QT_TRANSLATE_NOOP("Fields", "The earliest year of the dates.")},
    {"last_year", QT_TRANSLATE_NOOP("Fields", "Last year"),
     QT_TRANSLATE_NOOP("Fields", "The latest year of the dates.")},
    {"bracket_kinds", QT_TRANSLATE_NOOP("Fields", "Kinds of brackets"),
     QT_TRANSLATE_NOOP("Fields", "1: only (), 2: [] too, 3: {} too.")},
    {"whole_stories", QT_TRANSLATE_NOOP("Fields", "Whole stories"),
     QT_TRANSLATE_NOOP("Fields", "Translate whole stories rather than single sentences.")},
    {"held_out_share", QT_TRANSLATE_NOOP("Fields", "Share held out"),
     QT_TRANSLATE_NOOP("Fields", "Share of all questions that is never learned from, only tested.")},
};

struct Choice {
    std::string_view field;  ///< empty: of any
    std::string_view name;
    const char* label;
};

constexpr Choice kChoices[] = {
    {"family", "ngram", QT_TRANSLATE_NOOP("Fields", "n-gram")},
    {"family", "mlp-lm", QT_TRANSLATE_NOOP("Fields", "Feed-forward (Bengio)")},
    {"family", "rnn", QT_TRANSLATE_NOOP("Fields", "RNN")},
    {"family", "lstm", QT_TRANSLATE_NOOP("Fields", "LSTM")},
    {"family", "gru", QT_TRANSLATE_NOOP("Fields", "GRU")},
    {"family", "seq2seq", QT_TRANSLATE_NOOP("Fields", "Seq2seq (recurrent)")},
    {"family", "gpt", QT_TRANSLATE_NOOP("Fields", "GPT (decoder)")},
    {"family", "bert", QT_TRANSLATE_NOOP("Fields", "BERT (encoder)")},
    {"family", "transformer", QT_TRANSLATE_NOOP("Fields", "Transformer (full)")},
    {"family", "cbow", QT_TRANSLATE_NOOP("Fields", "CBOW vectors")},
    {"family", "skipgram", QT_TRANSLATE_NOOP("Fields", "Skip-gram vectors")},
    {"objective", "next-token", QT_TRANSLATE_NOOP("Fields", "The next token")},
    {"objective", "masked-token", QT_TRANSLATE_NOOP("Fields", "Masked tokens")},
    {"objective", "span-corruption", QT_TRANSLATE_NOOP("Fields", "Pieces cut out")},
    {"task", "copy", QT_TRANSLATE_NOOP("Fields", "Copy a word")},
    {"task", "reverse", QT_TRANSLATE_NOOP("Fields", "Write it backwards")},
    {"task", "sort", QT_TRANSLATE_NOOP("Fields", "Sort its letters")},
    {"task", "addition", QT_TRANSLATE_NOOP("Fields", "Add two numbers")},
    {"task", "dates", QT_TRANSLATE_NOOP("Fields", "Rewrite a date")},
    {"task", "brackets", QT_TRANSLATE_NOOP("Fields", "Brackets")},
    {"task", "recall", QT_TRANSLATE_NOOP("Fields", "Recall from pairs")},
    {"task", "translation", QT_TRANSLATE_NOOP("Fields", "Translate to Chinese")},
    {"task", "sentiment", QT_TRANSLATE_NOOP("Fields", "A happy ending?")},
    {"tokenizer", "char", QT_TRANSLATE_NOOP("Fields", "Characters")},
    {"tokenizer", "word", QT_TRANSLATE_NOOP("Fields", "Words")},
    {"tokenizer", "bpe", QT_TRANSLATE_NOOP("Fields", "Byte pairs (BPE)")},
    {"language", "en", QT_TRANSLATE_NOOP("Fields", "English")},
    {"language", "zh", QT_TRANSLATE_NOOP("Fields", "Chinese")},
    {"positions", "learned", QT_TRANSLATE_NOOP("Fields", "Learned")},
    {"positions", "sinusoidal", QT_TRANSLATE_NOOP("Fields", "Sinusoidal")},
    {"positions", "rotary", QT_TRANSLATE_NOOP("Fields", "Rotary (RoPE)")},
    {"positions", "alibi", QT_TRANSLATE_NOOP("Fields", "ALiBi")},
    {"norm_place", "before", QT_TRANSLATE_NOOP("Fields", "Before each part")},
    {"norm_place", "after", QT_TRANSLATE_NOOP("Fields", "After each sum")},
    {"norm", "layer-norm", QT_TRANSLATE_NOOP("Fields", "LayerNorm")},
    {"norm", "rms-norm", QT_TRANSLATE_NOOP("Fields", "RMSNorm")},
    {"activation", "gelu", QT_TRANSLATE_NOOP("Fields", "GELU")},
    {"activation", "relu", QT_TRANSLATE_NOOP("Fields", "ReLU")},
    {"activation", "swiglu", QT_TRANSLATE_NOOP("Fields", "SwiGLU")},
    {"cell", "rnn", QT_TRANSLATE_NOOP("Fields", "RNN")},
    {"cell", "lstm", QT_TRANSLATE_NOOP("Fields", "LSTM")},
    {"cell", "gru", QT_TRANSLATE_NOOP("Fields", "GRU")},
    {"alignment", "additive", QT_TRANSLATE_NOOP("Fields", "Additive scores")},
    {"alignment", "dot", QT_TRANSLATE_NOOP("Fields", "Dot product")},
    {"alignment", "general", QT_TRANSLATE_NOOP("Fields", "General product")},
    {"smoothing", "add-k", QT_TRANSLATE_NOOP("Fields", "Add-k")},
    {"smoothing", "kneser-ney", QT_TRANSLATE_NOOP("Fields", "Kneser–Ney")},
    {"optimizer", "sgd", QT_TRANSLATE_NOOP("Fields", "SGD")},
    {"optimizer", "momentum", QT_TRANSLATE_NOOP("Fields", "Momentum")},
    {"optimizer", "adam", QT_TRANSLATE_NOOP("Fields", "Adam")},
    {"optimizer", "adamw", QT_TRANSLATE_NOOP("Fields", "AdamW")},
    {"", "none", QT_TRANSLATE_NOOP("Fields", "None")},
};

const Words* find(std::string_view field) {
    for (const Words& words : kFields) {
        if (words.field == field) return &words;
    }
    return nullptr;
}

const Choice* find(std::string_view field, std::string_view name) {
    for (const Choice& choice : kChoices) {
        if ((choice.field.empty() || choice.field == field) && choice.name == name) return &choice;
    }
    return nullptr;
}

}  // namespace

QString labelOf(std::string_view field) {
    const Words* const words = find(field);
    return words ? Fields::tr(words->label) : QString();
}

QString helpOf(std::string_view field) {
    const Words* const words = find(field);
    return words ? Fields::tr(words->help) : QString();
}

QString choiceLabel(std::string_view field, std::string_view choice) {
    const Choice* const found = find(field, choice);
    return found ? Fields::tr(found->label) : QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size()));
}

bool hasChoiceLabel(std::string_view field, std::string_view choice) {
    return find(field, choice) != nullptr;
}

}  // namespace attentarium
