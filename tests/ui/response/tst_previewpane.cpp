// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/previewpane.h"

#include "ui/response/pictureview.h"
#include "ui/response/textview.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class NoClipboard final : public Clipboard
{
public:
    void setText(const QString &) override { }
};

QByteArray png(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

// What a body is to a person: the image, the words of a page, or a file and what can be done with it.
class TestPreviewPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatHasAPreview();
    void drawsAnImage();
    void neverEnlargesAnImage();
    void saysWhyAnImageIsNotDrawn();
    void aNewerBodyWins();
    void readsAPage();
    void offersAFile_data();
    void offersAFile();

private:
    void show(const QByteArray &body, const QByteArray &type = {});
    [[nodiscard]] QString labelText(const char *name) const;

    ThemeService m_theme;
    NoClipboard m_clipboard;
    std::unique_ptr<PreviewPane> m_pane;
};

void TestPreviewPane::init()
{
    m_pane = std::make_unique<PreviewPane>(m_theme, m_clipboard);
    m_pane->resize(600, 400);
    m_pane->show();
}

void TestPreviewPane::show(const QByteArray &body, const QByteArray &type)
{
    m_pane->showBody(api::bodyKind({{"Content-Type", type}}, body), body);
}

QString TestPreviewPane::labelText(const char *name) const
{
    const auto *label = m_pane->findChild<QLabel *>(QLatin1String(name));
    return label->isVisible() ? label->text() : QString();
}

void TestPreviewPane::saysWhatHasAPreview()
{
    for (const auto form : {api::BodyForm::Empty, api::BodyForm::Json, api::BodyForm::Text, api::BodyForm::Csv,
             api::BodyForm::Xml})
        QVERIFY(!PreviewPane::hasPreviewOf(form));
    for (const auto form : {api::BodyForm::Html, api::BodyForm::Png, api::BodyForm::Svg, api::BodyForm::Ico,
             api::BodyForm::Pdf, api::BodyForm::Zip, api::BodyForm::Gzip, api::BodyForm::Binary})
        QVERIFY(PreviewPane::hasPreviewOf(form));
}

void TestPreviewPane::drawsAnImage()
{
    show(png({3000, 200}));
    auto *view = m_pane->findChild<PictureView *>();
    QTRY_VERIFY(!view->image().isNull());
    QTRY_COMPARE(labelText("previewDescriptionLabel").section(QStringLiteral(" · "), 2),
        QStringLiteral("3000 × 200 pixels"));
    QVERIFY(labelText("previewDescriptionLabel").startsWith(QStringLiteral("A PNG image · ")));
    QVERIFY(view->isVisible());
    QVERIFY(view->rect().contains(view->imageRect()));
    QCOMPARE(view->grab().toImage().pixelColor(view->imageRect().center()), QColor(Qt::blue));
}

void TestPreviewPane::neverEnlargesAnImage()
{
    show(png({16, 16}));
    auto *view = m_pane->findChild<PictureView *>();
    QTRY_VERIFY(!view->image().isNull());
    QCOMPARE(view->imageRect().size(), QSize(16, 16));
}

void TestPreviewPane::saysWhyAnImageIsNotDrawn()
{
    show(png({30, 30}).first(25));
    QTRY_VERIFY(labelText("fileSentenceLabel").startsWith(QLatin1String("The image is broken or incomplete")));
    QCOMPARE(labelText("fileKindLabel"), QStringLiteral("A PNG image"));
    QVERIFY(m_pane->findChild<QPushButton *>(QStringLiteral("savePreviewPushButton"))->isVisible());
}

void TestPreviewPane::aNewerBodyWins()
{
    show(png({1500, 1500}));
    show(png({20, 20}));
    auto *view = m_pane->findChild<PictureView *>();
    QTRY_COMPARE(view->image().size(), QSize(20, 20));
    show("%PDF-1.7");
    QVERIFY(view->image().isNull());
    QCOMPARE(labelText("fileKindLabel"), QStringLiteral("A PDF document"));
}

void TestPreviewPane::readsAPage()
{
    show("<html><script>x()</script><h1>502 Bad Gateway</h1><p>nginx</p></html>", "text/html");
    auto *view = m_pane->findChild<TextView *>();
    QTRY_COMPARE(view->visibleText().trimmed(), QStringLiteral("# 502 Bad Gateway\n\nnginx"));
    QVERIFY(view->isVisible());
}

void TestPreviewPane::offersAFile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("canBeUnpacked");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7") << QStringLiteral("A PDF document") << false;
    QTest::newRow("zip") << QByteArray("PK\3\4") << QStringLiteral("A zip archive") << false;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08") << QStringLiteral("Gzip-compressed data") << true;
    QTest::newRow("other") << QByteArray("\0\1\2", 3) << QStringLiteral("Binary data") << false;
}

void TestPreviewPane::offersAFile()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, canBeUnpacked);
    show(body);
    QTEST(labelText("fileKindLabel"), "title");
    auto *save = m_pane->findChild<QPushButton *>(QStringLiteral("savePreviewPushButton"));
    auto *unpack = m_pane->findChild<QPushButton *>(QStringLiteral("unpackPushButton"));
    QCOMPARE(unpack->isVisible(), canBeUnpacked);
    QSignalSpy saves(m_pane.get(), &PreviewPane::saveRequested);
    QSignalSpy unpacks(m_pane.get(), &PreviewPane::unpackRequested);
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(saves.count(), 1);
    if (canBeUnpacked)
        QTest::mouseClick(unpack, Qt::LeftButton);
    QCOMPARE(unpacks.count(), canBeUnpacked ? 1 : 0);
}

QTEST_MAIN(TestPreviewPane)
#include "tst_previewpane.moc"
