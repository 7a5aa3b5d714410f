"""A page of the help on A4: in the colours of paper, whatever the window wears."""

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt, QUrl
from PySide6.QtGui import QImage, QPageSize, QPdfWriter, QTextDocument
from typing_extensions import override

from linli.gui.colors import LIGHT
from linli.gui.help.book import HelpPage, folder
from linli.gui.help.rendering import dress
from linli.gui.theme import Theme

_DOTS_PER_INCH = 150
_WIDEST_PX = 560
"""Of a picture; Qt lays out at 96 dots per inch and leaves 2 cm on each side."""
_SHARPER = 2
"""So many dots of a picture come to one of the layout."""


def page_as_pdf(page: HelpPage, theme: Theme) -> bytes:
    """Return a page with its pictures, and numbers at the foot."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(page.title)
    document = _Document()
    document.setMarkdown(page.text)
    dress(document, theme, LIGHT, 100 / theme.zoom)
    document.print_(writer)
    del writer  # writes the end of the file
    buffer.close()
    return bytes(data.data())


class _Document(QTextDocument):
    """Reads pictures that lie beside the pages."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        path = folder() / QUrl(name).path()
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return None
        image = QImage(str(path))
        wide = min(image.width(), _WIDEST_PX)
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(wide * _SHARPER, smooth)
        image.setDevicePixelRatio(_SHARPER)
        return image
