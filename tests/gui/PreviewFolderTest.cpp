#include "GuiTestSupport.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/preview/PreviewReader.h"

#include <QElapsedTimer>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace findling::gui;
using namespace Qt::StringLiterals;

class PreviewFolderTest : public QObject {
    Q_OBJECT

private slots:
    void listsNames() {
        for (const QString& name : {u"list/file10"_s, u"list/file9"_s, u"list/Alpha"_s})
            QVERIFY(writeFile(m_tree, name, "x"));
        QVERIFY(writeFile(m_tree, u"list/zoo/inner"_s, "x"));
        const PreviewText text = read(u"list"_s);
        QCOMPARE(text.kind, PreviewText::Kind::Folder);
        QCOMPARE(text.text, u"zoo/\nAlpha\nfile9\nfile10"_s);
        QVERIFY(text.note.contains(u"1 folder"_s) && text.note.contains(u"3 files"_s));
    }

    void listsTheFirstOfMany() {
        for (int i = 0; i < 230; ++i) QVERIFY(writeFile(m_tree, u"many/f%1"_s.arg(i), "x"));
        const PreviewText text = read(u"many"_s);
        const QStringList lines = text.text.split(u'\n');
        QCOMPARE(lines.size(), 201);
        QCOMPARE(lines[199], u"f199"_s);
        QVERIFY(lines[200].contains(u"30"_s));
    }

    void showsAFolderWithoutLineNumbers() {
        QVERIFY(writeFile(m_tree, u"shown/one"_s, "x"));
        PreviewPanel panel;
        panel.QWidget::show();
        panel.show(target(u"shown"_s));
        QTRY_VERIFY(panel.text());
        QVERIFY(panel.edit()->isVisible());
        QCOMPARE(panel.edit()->toPlainText(), u"one"_s);
        QCOMPARE(panel.edit()->gutterWidth(), 0);
    }

    void saysThatAFolderIsEmpty() {
        QVERIFY(QDir(m_tree.path()).mkpath(u"empty"_s));
        const PreviewText text = read(u"empty"_s);
        QCOMPARE(text.kind, PreviewText::Kind::Message);
        QVERIFY(text.text.contains(u"empty"_s));
    }

#ifdef Q_OS_UNIX
    void saysWhereLinksLead() {
        QVERIFY(writeFile(m_tree, u"links/real.txt"_s, "real text\n"));
        QVERIFY(link("real.txt", u"links/good"_s));
        QVERIFY(link("nowhere", u"links/broken"_s));
        QVERIFY(link(".", u"links/here"_s));
        const PreviewText good = read(u"links/good"_s);
        QCOMPARE(good.text, u"real text"_s);
        QVERIFY(good.note.contains(u"real.txt"_s));
        const PreviewText broken = read(u"links/broken"_s);
        QCOMPARE(broken.kind, PreviewText::Kind::Message);
        QVERIFY(broken.text.contains(u"nowhere"_s));
        QCOMPARE(read(u"links/here"_s).kind, PreviewText::Kind::Folder);
        QVERIFY(read(u"links"_s).text.contains(u"good → real.txt"_s));
    }

    void neverOpensPipesAndDevices() {
        const QByteArray path = QFile::encodeName(m_tree.filePath(u"pipe"_s));
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        QElapsedTimer timer;
        timer.start();
        const PreviewText pipe = read(u"pipe"_s);
        QCOMPARE(pipe.kind, PreviewText::Kind::Message);
        QVERIFY(pipe.text.contains(u"pipe"_s));
        PreviewTarget device;
        device.path = "/dev/zero";
        QCOMPARE(readPreview(device, never).kind, PreviewText::Kind::Message);
        QVERIFY(timer.elapsed() < 5000);
    }

    void saysThatPermissionIsMissing() {
        if (::geteuid() == 0) QSKIP("root may read everything");
        QVERIFY(writeFile(m_tree, u"secret.txt"_s, "x"));
        QVERIFY(QFile::setPermissions(m_tree.filePath(u"secret.txt"_s), {}));
        const PreviewText text = read(u"secret.txt"_s);
        QCOMPARE(text.kind, PreviewText::Kind::Message);
        QVERIFY(text.text.contains(u"permission"_s));
    }

    void showsNamesThatAreNoText() {
        const QByteArray folder = QFile::encodeName(m_tree.path()) + "/odd";
        QCOMPARE(::mkdir(folder.constData(), 0700), 0);
        const QByteArray path = folder + "/a\xff"
                                         "b\nc";
        FILE* file = ::fopen(path.constData(), "w");
        if (!file) QSKIP("this file system takes text only");
        ::fclose(file);
        const PreviewText text = read(u"odd"_s);
        QCOMPARE(text.lines, 1);
        QVERIFY(!text.text.contains(u'\n'));
    }
#endif

private:
    static bool never() {
        return false;
    }
#ifdef Q_OS_UNIX
    bool link(const char* to, const QString& from) const {
        return ::symlink(to, QFile::encodeName(m_tree.filePath(from)).constData()) == 0;
    }
#endif
    PreviewTarget target(const QString& name) const {
        PreviewTarget target;
        target.path = QFile::encodeName(m_tree.filePath(name));
        return target;
    }
    PreviewText read(const QString& name) const {
        return readPreview(target(name), never);
    }

    QTemporaryDir m_tree;
};

QTEST_MAIN(PreviewFolderTest)
#include "PreviewFolderTest.moc"
