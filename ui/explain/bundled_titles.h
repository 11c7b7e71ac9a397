#pragma once

#include <QString>
#include <vector>

namespace attentarium {

/// A model that comes with the program.
struct TitledFolder {
    QString folder;
    QString title;  ///< "small world, LSTM, English"
};

/// All of them, in the order of their titles.
std::vector<TitledFolder> bundledFolders();
/// What the bundled model in a folder of that name is called; the name itself for any other.
QString titleOfBundled(const QString& name);

}  // namespace attentarium
