"""The sheet with the end of the audit trail (审计链头): kept on paper, it proves what was there."""

from datetime import datetime

from linli.domain.audit import AuditHead
from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.printing.fonts import FontLibrary, default_library
from linli.printing.kept_sheet import INK, MARGIN, MUTED, TINT, KeptSheet
from linli.printing.text_code import text_code

_TITLE = "审计记录链头"
_COLUMNS = 4
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
    sheet = KeptSheet(_TITLE, typeface)
    day = f"{made.year}年{made.month}月{made.day}日 {made:%H:%M}"
    top = sheet.begin(f"{community} · 由 {account} 打印于 {day}", _USE)
    bottom = _write_head(sheet, head, top)
    sheet.end(bottom + 10, "怎样使用", _KEEPING, "日期：")
    page = sheet.page()
    page.box(MARGIN - 3, top - 2, A4.width - 2 * MARGIN + 6, bottom - top + 4, fill=TINT, radius=3)
    modules, code = text_code(head.text)
    quiet = _CODE * 4 / modules  # the code asks for four light modules around it
    left = A4.width - MARGIN - _CODE - quiet
    height = _CODE + 2 * quiet
    page.box(left - quiet, top + 19 - quiet, height, height, fill="#ffffff", radius=0)
    page.bitmap(left, top + 19, _CODE, modules, code, INK)
    return sheet.finish(page)


def _write_head(sheet: KeptSheet, head: AuditHead, top: float) -> float:
    """Write number and check code from `top` on; return where they end."""
    sheet.write(MARGIN + 3, top + 6, "序号", 12, MUTED)
    sheet.write(MARGIN + 22, top + 3.6, f"{head.number}", 22, INK, bold=True)
    if head.at is not None:
        at = f"这一条记于 {head.at:%Y-%m-%d %H:%M:%S}"
        sheet.write(MARGIN + 70, top + 6, at, 12, MUTED)
    groups = head.text.split("-")[1:]
    for place, group in enumerate(groups):
        row, column = divmod(place, _COLUMNS)
        x, line = MARGIN + 3 + column * _CELL, top + 19 + row * _ROW
        sheet.write(x, line + 1.4, f"{place + 1:>2}", 8, MUTED)
        sheet.write(x + 5, line, group, 18, INK, bold=True)
    return top + 19 + -(-len(groups) // _COLUMNS) * _ROW + 3
