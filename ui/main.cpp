// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/configfolder.h"
#include "ui/shell/composition.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace actionscope;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("actionscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Actionscope"));
    QApplication::setApplicationVersion(QStringLiteral(ACTIONSCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.actionscope.Actionscope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/actionscope.svg")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Explore Composio action executions."));
    const QCommandLineOption environment(QStringLiteral("env"),
        QApplication::translate("main", "Open with this environment chosen."), QStringLiteral("NAME"));
    const QCommandLineOption config(QStringLiteral("config"),
        QApplication::translate("main", "Keep settings, drafts and history in this folder."),
        QStringLiteral("DIR"));
    parser.addOptions({environment, config});
    parser.addPositionalArgument(QStringLiteral("paths"),
        QApplication::translate("main", "Saved requests to open as tabs, and folders of them as collections."),
        QStringLiteral("[FILE|FOLDER…]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    ui::CompositionOptions options;
    options.configFolder = storage::configFolder(parser.value(config));
    options.environment = parser.value(environment);
    ui::Composition composition(options);
    composition.show();
    composition.open(parser.positionalArguments());
    return QApplication::exec();
}
