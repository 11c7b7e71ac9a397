#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {

qreal layOutCells(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const Var node = scene.subject();
    const Trace& trace = scene.trace();
    const bool hasHeads = !trace.isParameter(node) && trace.shape(node).rank() == 3;
    const FigureSpec spec{.node = node,
                          .extent = hasHeads ? FigureSpec::Extent::HeadMatrix : FigureSpec::Extent::Whole,
                          .withFormula = true};
    const MatrixContent content = scene.reading().matrix(spec);
    const qreal number = widthOf(fonts.small, QStringLiteral("−8.88e−06")) + 12;
    const qreal height = fonts.smallLine * 1.5 * (content.second ? 1.9 : 1);
    // The words stand before and above the cells, and stay there while those are scrolled.
    const qreal labels = scene.rowHeaderWidth(content);
    const MatrixItem* item = scene.addMatrix(spec,
                                             {.cellWidth = std::max(number, scene.columnHeaderWidth(content)),
                                              .cellHeight = height,
                                              .columnLabelHeight = fonts.smallLine + 8,
                                              .printed = true},
                                             {area.left() + labels + 8, area.top()});
    return bottomOf(*item, fonts) + fonts.line;
}

qreal StageScene::rowHeaderWidth(const MatrixContent& content) const {
    qreal widest = widthOf(m_fonts.smallBold, QString::number(content.window.rows));
    // Of very many rows the first ones tell how wide words are.
    for (int row = 0; row < std::min(content.window.rows, 400); ++row) {
        widest = std::max(widest, widthOf(m_fonts.smallBold, rowHeader(content, row)));
    }
    return widest + 6;
}

qreal StageScene::columnHeaderWidth(const MatrixContent& content) const {
    qreal widest = 0;
    for (int column = 0; column < std::min(content.window.columns, 400); ++column) {
        widest = std::max(widest, widthOf(m_fonts.smallBold, columnHeader(content, column)));
    }
    return widest + 10;
}

QString StageScene::rowHeader(const MatrixContent& content, int row) const {
    if (row < content.rowLabels.size()) return content.rowLabels[row];
    const auto users = m_trace->isParameter(content.node) ? m_trace->users(content.node) : std::vector<Var>();
    const bool ofWords = !users.empty() && m_trace->site(users.front()) == Site::TokenEmbedding;
    return ofWords ? m_session.wordOf(row) : QString::number(row + 1);
}

QString StageScene::columnHeader(const MatrixContent& content, int column) const {
    if (column < content.columnLabels.size()) return content.columnLabels[column];
    if (!m_trace->isParameter(content.node)) {
        const SiteEntry& entry = entryOf(m_trace->site(content.node));
        const bool ofWords =
            entry.rank > 0 && entry.axes[static_cast<std::size_t>(entry.rank - 1)] == Axis::VocabularyEntry;
        if (ofWords) return m_session.wordOf(column);
    }
    return QString::number(column + 1);
}

}  // namespace attentarium
