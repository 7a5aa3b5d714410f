"""Texts of the window: the source language is Simplified Chinese.

`tr` translates when it is called, `mark` only marks a text for translation (module constants,
which are read before the translators are there). `installer/tasks.py i18n` collects both.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from linli.paths import resource

CONTEXT = "linli"


def tr(text: str) -> str:
    """Return `text` in the language of the window. Fill placeholders after this call."""
    return QCoreApplication.translate(CONTEXT, text)


def mark(text: str) -> str:
    """Mark a constant for translation; pass it to `tr` where it is shown."""
    return text


def install_translations(
    app: QCoreApplication, language: str = "zh_CN", folder: Path | None = None
) -> list[QTranslator]:
    """Load Qt's own texts and ours; without the former, standard buttons are English.

    Args:
        app: shows the texts.
        language: such as `zh_CN` or `en`.
        folder: where our compiled catalogues lie; the resources unless given.

    Returns:
        The translators, which live as long as `app`.
    """
    QLocale.setDefault(QLocale(language))
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    catalogues = [qt_folder / f"qtbase_{language}.qm"]
    if language != "zh_CN":
        catalogues.append((folder or resource("i18n")) / f"linli_{language}.qm")
    translators = []
    for catalogue in catalogues:
        translator = QTranslator(app)
        if translator.load(str(catalogue)):
            app.installTranslator(translator)
            translators.append(translator)
    return translators
