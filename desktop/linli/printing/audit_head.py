"""The sheet with the end of the audit trail (审计链头): kept on paper, it proves what was there."""

from datetime import datetime

from linli.domain.audit import AuditHead
from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.text import ASCENT, FitRule, fit
from linli.printing.text_code import text_code
from linli.printing.type0 import EmbeddedFonts

_TITLE = "审计记录链头"
_INK, _MUTED, _ACCENT, _TINT = "#1a2330", "#566273", "#14508c", "#eaf1f8"
_MARGIN = 25.0  # mm
_POINT = 25.4 / 72  # mm
_GROUP, _COLUMNS = 4, 4
_CELL, _ROW = 27.0, 11.0  # mm
_CODE = 38.0  # mm, of the QR code
_USE = (
    "台账里的每条审计记录都和前一条锁在一起，下面的校验码代表到这一条为止的全部记录。",
    "以后只要输入序号和校验码，就能查出这些记录有没有被改动、删除，或者整个台账被换成旧的。",
)
_KEEPING = (
    "1. 请由不管理台账的人（如审计员、主任）签字保管，锁进档案柜；每月打印一张。",
    "2. 核验时：菜单“安全”的“审计日志”，点“核验”，输入上面的序号和校验码，或扫二维码。",
    "3. 也可以在命令行运行 linli audit verify --head 后面写上序号和校验码。",
    "4. 校验码输前 16 位就够；这张纸上没有个人信息。",
)


def audit_head_sheet(
    head: AuditHead,
    *,
    community: str,
    account: str,
    made: datetime,
    library: FontLibrary | None = None,
) -> bytes:
    """Make the sheet.

    Args:
        head: the last event.
        community: whose ledger it is of.
        account: who printed it.
        made: when.
        library: the fonts; None for those of this machine.
    """
    typeface = (library or default_library()).typeface(FontStyle.HEI)
    return _Sheet(typeface).build(head, community, account, made)


class _Sheet:
    """Collects lines first: their characters must be known before the fonts are cut."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._lines: list[tuple[float, float, str, float, str, bool]] = []

    def build(self, head: AuditHead, community: str, account: str, made: datetime) -> bytes:
        """Lay the sheet out and return the PDF."""
        day = f"{made.year}年{made.month}月{made.day}日 {made:%H:%M}"
        self._write(_MARGIN, 30, _TITLE, 26, _ACCENT, bold=True)
        y = self._paragraph(47, f"{community} · 由 {account} 打印于 {day}", 12, _MUTED)
        for text in _USE:
            y = self._paragraph(y + 2, text, 13, _INK)
        top = y + 8
        self._write(_MARGIN + 3, top + 6, "序号", 12, _MUTED)
        self._write(_MARGIN + 22, top + 3.6, f"{head.number}", 22, _INK, bold=True)
        if head.at is not None:
            at = f"这一条记于 {head.at:%Y-%m-%d %H:%M:%S}"
            self._write(_MARGIN + 70, top + 6, at, 12, _MUTED)
        groups = head.text.split("-")[1:]
        for place, group in enumerate(groups):
            row, column = divmod(place, _COLUMNS)
            x, line = _MARGIN + 3 + column * _CELL, top + 19 + row * _ROW
            self._write(x, line + 1.4, f"{place + 1:>2}", 8, _MUTED)
            self._write(x + 5, line, group, 18, _INK, bold=True)
        bottom = top + 19 + -(-len(groups) // _COLUMNS) * _ROW + 3
        y = bottom + 10
        self._write(_MARGIN, y, "怎样使用", 15, _ACCENT, bold=True)
        y += 9
        for text in _KEEPING:
            y = self._paragraph(y + 1.5, text, 12, _INK)
        self._write(_MARGIN, 272, "保管人签字：", 12, _INK)
        self._write(_MARGIN + 85, 272, "日期：", 12, _INK)
        return self._draw(head, top, bottom)

    def _write(
        self, x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        self._lines.append((x, y + ASCENT * size * _POINT, text, size, colour, bold))

    def _paragraph(self, y: float, text: str, size: float, colour: str) -> float:
        """Write a paragraph and return where the next may begin."""
        width = (A4.width - 2 * _MARGIN) / _POINT
        rule = FitRule(
            width=width, height=A4.height, size=size, min_size=size, lines=4, leading=1.4
        )
        for line in fit(text, self._typeface, rule).lines:
            self._write(_MARGIN, y, line, size, colour)
            y += size * rule.leading * _POINT
        return y

    def _draw(self, head: AuditHead, top: float, bottom: float) -> bytes:
        fonts = EmbeddedFonts((self._typeface, line[2]) for line in self._lines)
        page = Page(_TITLE, fonts, A4.width, A4.height)
        page.box(
            _MARGIN - 3, top - 2, A4.width - 2 * _MARGIN + 6, bottom - top + 4, fill=_TINT, radius=3
        )
        modules, code = text_code(head.text)
        quiet = _CODE * 4 / modules  # the code asks for four light modules around it
        left = A4.width - _MARGIN - _CODE - quiet
        height = _CODE + 2 * quiet
        page.box(left - quiet, top + 19 - quiet, height, height, fill="#ffffff", radius=0)
        page.bitmap(left, top + 19, _CODE, modules, code, _INK)
        for x, end in ((_MARGIN + 25, _MARGIN + 75), (_MARGIN + 98, _MARGIN + 150)):
            page.rule(x, 278, end, 278, colour=_MUTED, line=0.6)
        for x, baseline, text, size, colour, bold in self._lines:
            page.text(x, baseline, text, style=FontStyle.HEI, size=size, colour=colour, bold=bold)
        return page.finish()
