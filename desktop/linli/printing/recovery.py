"""The sheet with the recovery code (恢复码): one A4 page to print, lock away and never lose."""

from collections.abc import Sequence
from datetime import date

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.printing.fonts import FontLibrary, default_library
from linli.printing.kept_sheet import INK, MARGIN, MUTED, POINT, TINT, KeptSheet

_TITLE = "台账恢复码"
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
    sheet = KeptSheet(_TITLE, typeface)
    day = f"{made.year}年{made.month}月{made.day}日"
    top = sheet.begin(f"{community} · 由 {account} 生成于 {day}", _USE)
    groups = code.split("-")
    height = -(-len(groups) // _COLUMNS) * _ROW
    _write_groups(sheet, groups, top)
    plain = (A4.width - typeface.width(code) * 11 * POINT) / 2
    sheet.write(plain, top + height + 2.5, code, 11, MUTED)
    sheet.end(top + height + 20, "怎样保管", _KEEPING, "保管地点：")
    page = sheet.page()
    page.box(MARGIN - 5, top, A4.width - 2 * MARGIN + 10, height + 10, fill=TINT, radius=3)
    return sheet.finish(page)


def _write_groups(sheet: KeptSheet, groups: Sequence[str], top: float) -> None:
    """Put each character into a cell of its own, so that groups are easy to copy."""
    for number, group in enumerate(groups):
        row, column = divmod(number, _COLUMNS)
        x = MARGIN + 9 + column * 80
        y = top + row * _ROW + 6
        sheet.write(x - 5, y + 4.6, str(number + 1), 9, MUTED)
        for place, char in enumerate(group):
            indent = (_CELL - sheet.typeface.width(char) * 28 * POINT) / 2
            sheet.write(x + place * _CELL + indent, y, char, 28, INK, bold=True)
