"""The sheet with the recovery code (恢复码): one A4 page to print, lock away and never lose."""

from datetime import date

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.text import ASCENT, FitRule, fit
from linli.printing.type0 import EmbeddedFonts

_TITLE = "台账恢复码"
_INK, _MUTED, _ACCENT, _TINT = "#1a2330", "#566273", "#14508c", "#eaf1f8"
_MARGIN = 25.0  # mm
_POINT = 25.4 / 72  # mm
_COLUMNS = 2
_CELL = 13.2  # mm: one character of the code
_ROW = 19.0  # mm
_USE = (
    "忘记密码时，在登录窗口选“忘记密码”，输入下面的恢复码，就能设一个新密码。",
    "有了恢复码和台账文件，就能看到全部资料，所以要像保管公章一样保管它。",
)
_KEEPING = (
    "1. 打印两份，分别锁进保险柜或档案柜，不要放在同一处。",
    "2. 不要拍照，不要用手机或电脑传给别人，不要贴在电脑旁。",
    "3. 保存这张纸的电脑文件打印后请删除。",
    "4. 密码忘了、恢复码也丢了，台账就谁也打不开了。",
    "5. 换了新的恢复码以后，这张纸作废，请剪碎。",
)


def recovery_sheet(
    *,
    code: str,
    community: str,
    account: str,
    made: date,
    library: FontLibrary | None = None,
) -> bytes:
    """Make the sheet.

    Args:
        code: groups of characters separated by dashes, such as `7ZK2M-…`.
        community: whose ledger it opens.
        account: who founded the ledger or asked for the code.
        made: the day on which the code was made.
        library: the fonts; None for those of this machine.
    """
    typeface = (library or default_library()).typeface(FontStyle.HEI)
    return _Sheet(typeface).build(code, community, account, made)


class _Sheet:
    """Collects lines first: their characters must be known before the fonts are cut."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._lines: list[tuple[float, float, str, float, str, bool]] = []

    def build(self, code: str, community: str, account: str, made: date) -> bytes:
        """Lay the sheet out and return the PDF."""
        day = f"{made.year}年{made.month}月{made.day}日"
        self._write(_MARGIN, 30, _TITLE, 26, _ACCENT, bold=True)
        y = self._paragraph(47, f"{community} · 由 {account} 生成于 {day}", 12, _MUTED)
        for text in _USE:
            y = self._paragraph(y + 2, text, 13, _INK)
        groups = code.split("-")
        rows = -(-len(groups) // _COLUMNS)
        top = y + 8
        self._groups(groups, top)
        plain = (A4.width - self._typeface.width(code) * 11 * _POINT) / 2
        self._write(plain, top + rows * _ROW + 2.5, code, 11, _MUTED)
        y = top + rows * _ROW + 20
        self._write(_MARGIN, y, "怎样保管", 15, _ACCENT, bold=True)
        y += 9
        for text in _KEEPING:
            y = self._paragraph(y + 1.5, text, 12, _INK)
        self._write(_MARGIN, 272, "保管人签字：", 12, _INK)
        self._write(_MARGIN + 85, 272, "保管地点：", 12, _INK)
        return self._draw(top, rows)

    def _groups(self, groups: list[str], top: float) -> None:
        """Put each character into a cell of its own, so that groups are easy to copy."""
        for number, group in enumerate(groups):
            row, column = divmod(number, _COLUMNS)
            x = _MARGIN + 9 + column * 80
            y = top + row * _ROW + 6
            self._write(x - 5, y + 4.6, str(number + 1), 9, _MUTED)
            for place, char in enumerate(group):
                indent = (_CELL - self._typeface.width(char) * 28 * _POINT) / 2
                self._write(x + place * _CELL + indent, y, char, 28, _INK, bold=True)

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

    def _draw(self, top: float, rows: int) -> bytes:
        fonts = EmbeddedFonts((self._typeface, line[2]) for line in self._lines)
        page = Page(_TITLE, fonts, A4.width, A4.height)
        page.box(
            _MARGIN - 5, top, A4.width - 2 * _MARGIN + 10, rows * _ROW + 10, fill=_TINT, radius=3
        )
        for column in (0, 85):
            x = _MARGIN + column
            page.rule(x + 25, 278, x + 75, 278, colour=_MUTED, line=0.6)
        for x, baseline, text, size, colour, bold in self._lines:
            page.text(x, baseline, text, style=FontStyle.HEI, size=size, colour=colour, bold=bold)
        return page.finish()
