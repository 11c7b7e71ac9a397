#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "ui/views/matrix_image.h"

namespace attentarium {

class Session;
class Trace;

/// One matrix of what the model does with the sentence.
struct NowPicture {
    QString title;  ///< "block 2, head 3", "forget gate"
    MatrixNumbers numbers;
    QStringList rowWords;
    QStringList columnWords;  ///< empty where the columns are units, which have no words
    QString reading;          ///< what its row in question says, in words
};

/// What tells most of a model: the chosen head, else the gates, else the hidden states, else the embeddings of the
/// words. The numbers live in `trace`.
struct NowPictures {
    std::shared_ptr<const Trace> trace;
    QString about;  ///< one sentence that says what is seen
    std::vector<NowPicture> pictures;
};

/// `layer`: which attention, from 0; −1 for that of the chosen tensor, else the last.
NowPictures nowPictures(const Session& session, int layer);

}  // namespace attentarium
