#include "tests/ui/reach/painted_texts.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>

namespace attentarium::test {
namespace {

/// Draws nothing and remembers the texts.
class Engine : public QPaintEngine {
  public:
    Engine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        if (item.text().trimmed().isEmpty()) return;
        QPainter& by = *painter();
        const QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at);
        const QTransform& transform = by.deviceTransform();
        QRectF clip(0, 0, paintDevice()->width(), paintDevice()->height());
        if (!systemClip().isEmpty()) clip &= systemClip().boundingRect();
        if (by.hasClipping()) clip &= transform.mapRect(by.clipBoundingRect());
        texts.push_back({item.text(), item.font(), transform.mapRect(ink), clip, by.pen().color(),
                         transform.type() <= QTransform::TxScale});
    }
    Type type() const override { return User; }

    std::vector<PaintedText> texts;
};

class Device : public QPaintDevice {
  public:
    explicit Device(const QSize& size) : m_size(size) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }
    std::vector<PaintedText>& texts() { return m_engine.texts; }

  protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
                return m_size.width();
            case PdmHeight:
                return m_size.height();
            case PdmDpiX:
            case PdmDpiY:
            case PdmPhysicalDpiX:
            case PdmPhysicalDpiY:
                return 96;
            case PdmWidthMM:
                return m_size.width() * 254 / 960;
            case PdmHeightMM:
                return m_size.height() * 254 / 960;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(devicePixelRatioFScale());
            case PdmDepth:
                return 32;
            case PdmNumColors:
                return 1 << 24;
            default:
                return QPaintDevice::metric(metric);
        }
    }

  private:
    QSize m_size;
    mutable Engine m_engine;
};

}  // namespace

std::vector<PaintedText> textsPainted(const QSize& size, const std::function<void(QPainter&)>& paint) {
    Device device(size);
    {
        QPainter painter(&device);
        paint(painter);
    }
    return std::move(device.texts());
}

std::vector<PaintedText> textsPainted(QWidget& widget) {
    return textsPainted(widget.size(), [&widget](QPainter& painter) {
        widget.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
    });
}

}  // namespace attentarium::test
