"""Letting the clerk add a font file."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from linli.domain.changes import Changes
from linli.domain.faces import AddedFont
from linli.gui.desk import Desk
from linli.gui.i18n import tr

_KINDS = "*.ttf *.otf *.ttc *.otc"


def ask_font_file(desk: Desk, owner: QWidget, added: Callable[[AddedFont], None]) -> None:
    """Ask for a font file, keep it with the ledger, and call `added` when it is there."""
    kinds = tr("字体文件 ({kinds})").format(kinds=_KINDS)
    path = desk.ask.open_file(owner, tr("选择字体文件"), kinds)
    if path is None:
        return

    def done(result: tuple[AddedFont, Changes]) -> None:
        font, changes = result
        desk.bus.publish(changes)
        added(font)

    desk.jobs.run(
        lambda _: desk.services.fonts.add(path),
        owner=owner,
        done=done,
        title=tr("正在检查字体…"),
    )
