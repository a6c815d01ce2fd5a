#include "GuiTestSupport.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewImageView.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewReader.h"

#include <QImage>
#include <QImageReader>
#include <QTest>

using namespace findling::gui;
using namespace Qt::StringLiterals;

class PreviewImageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QImage image(400, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(m_tree.filePath(u"red.png"_s)));
        QVERIFY(image.save(m_tree.filePath(u"red.bmp"_s)));
        QVERIFY(image.save(m_tree.filePath(u"PICTURE"_s), "PNG"));
    }

    void readsImagesByTheirContent() {
        for (const QString& name : {u"red.png"_s, u"red.bmp"_s, u"PICTURE"_s}) {
            const PreviewText text = read(name);
            QCOMPARE(text.kind, PreviewText::Kind::Image);
            QCOMPARE(text.image.size(), QSize(400, 200));
            QVERIFY(text.note.contains(u"400 × 200"_s));
            QVERIFY(text.note.endsWith(name.endsWith(u".bmp"_s) ? u"BMP"_s : u"PNG"_s));
        }
    }

    void readsNoMoreThanTheScreenHolds() {
        PreviewTarget target = this->target(u"red.png"_s);
        target.reading.largestImage = {100, 100};
        const PreviewText text = readPreview(target, never);
        QCOMPARE(text.image.size(), QSize(100, 50));
        QVERIFY(text.note.contains(u"400 × 200"_s));  // what it is, not what is shown
    }

    void refusesTooManyPixels() {
        // The header alone: 30,000 x 30,000.
        QFile file(m_tree.filePath(u"red.png"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        const QByteArray size("\0\0\x75\x30\0\0\x75\x30", 8);
        bytes.replace(16, 8, size);
        const QByteArray header = bytes.mid(12, 17);
        quint32 crc = 0xffffffff;
        for (const char byte : header) {
            crc ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) ? 0xedb88320u : 0u);
        }
        crc = ~crc;
        for (int i = 0; i < 4; ++i) bytes[29 + i] = static_cast<char>(crc >> (24 - 8 * i));
        QVERIFY(writeFile(m_tree, u"huge.png"_s, bytes));
        const PreviewText text = read(u"huge.png"_s);
        QCOMPARE(text.kind, PreviewText::Kind::Message);
        QVERIFY(text.text.contains(u"too large"_s));
        QVERIFY(text.image.isNull());
    }

    void showsADamagedImageAsBytes() {
        QVERIFY(writeFile(m_tree, u"bad.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0nonsense", 19)));
        const PreviewText text = read(u"bad.png"_s);
        QCOMPARE(text.kind, PreviewText::Kind::Hex);
        QVERIFY(text.note.contains(u"image"_s));
    }

    void drawsSvgWhereItsTextWasNotSearched() {
        if (!QImageReader::supportedImageFormats().contains("svg")) QSKIP("Qt SVG is not here");
        const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" "
                               "height=\"20\"><rect width=\"40\" height=\"20\"/></svg>\n";
        QVERIFY(writeFile(m_tree, u"drawing.svg"_s, svg));
        QCOMPARE(read(u"drawing.svg"_s).kind, PreviewText::Kind::Image);
        PreviewTarget searched = target(u"drawing.svg"_s);
        searched.matches = {{1, 0, {{1, 4}}}};
        searched.current = 0;
        QCOMPARE(readPreview(searched, never).kind, PreviewText::Kind::Text);
        // One that would have other files opened is shown as text.
        QByteArray reaching = svg;
        reaching.replace("<rect", "<image href=\"/dev/zero\" width=\"40\" height=\"20\"/><rect");
        QVERIFY(writeFile(m_tree, u"reaching.svg"_s, reaching));
        QCOMPARE(read(u"reaching.svg"_s).kind, PreviewText::Kind::Text);
        const QByteArray styled = "<?xml-stylesheet type=\"text/css\" href=\"/dev/zero\"?>\n" + svg;
        QVERIFY(writeFile(m_tree, u"styled.svg"_s, styled));
        QCOMPARE(read(u"styled.svg"_s).kind, PreviewText::Kind::Text);
    }

    void textThatStartsLikeAnImageIsText() {
        QVERIFY(writeFile(m_tree, u"bmw.txt"_s, "BMW makes cars, and this is a line of text.\n"));
        QCOMPARE(read(u"bmw.txt"_s).kind, PreviewText::Kind::Text);
    }

    void fitsTheImageIntoThePanel() {
        PreviewPanel panel;
        panel.resize(800, 600);
        panel.QWidget::show();
        panel.show(target(u"red.png"_s));
        QTRY_VERIFY(panel.text());
        const PreviewImageView* view = panel.imageView();
        QVERIFY(view->isVisible());
        QVERIFY(panel.edit()->isHidden());
        QVERIFY(panel.note().contains(u"PNG"_s));
        QCOMPARE(view->imageRect().size(), QSize(400, 200));  // never larger than it is
        panel.resize(300, 600);
        QTRY_VERIFY(view->imageRect().width() < 400);
        const QSize fitted = view->imageRect().size();
        QVERIFY(qAbs(fitted.width() - 2 * fitted.height()) <= 2);
        QVERIFY(view->rect().contains(view->imageRect()));
        const QImage shot = panel.imageView()->grab().toImage();
        const QColor inside = shot.pixelColor(shot.rect().center());
        QVERIFY(inside.red() > 250 && inside.green() < 5);
        QVERIFY(shot.pixelColor(1, 1).green() > 5);

        QVERIFY(writeFile(m_tree, u"plain.txt"_s, "text\n"));
        panel.show(target(u"plain.txt"_s));
        QTRY_VERIFY(panel.edit()->isVisible());
        QVERIFY(view->isHidden());
        QVERIFY(view->image().isNull());
    }

private:
    static bool never() { return false; }
    PreviewTarget target(const QString& name) const {
        PreviewTarget target;
        target.path = QFile::encodeName(m_tree.filePath(name));
        return target;
    }
    PreviewText read(const QString& name) const { return readPreview(target(name), never); }

    QTemporaryDir m_tree;
};

QTEST_MAIN(PreviewImageTest)
#include "PreviewImageTest.moc"
