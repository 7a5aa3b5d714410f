"""Members of a team from a list (名单): cells that were pasted or read from a workbook.

With heads (姓名、电话、来源 …) columns mean what they are called. Without, a cell tells by itself:
a number is a phone, a known source the source, a grid's name the grid, the first other text the
name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.grids import grid_key
from linli.domain.teams import MemberDraft
from linli.domain.values.names import check_name, normalise_name
from linli.domain.values.phones import parse_phone
from linli.domain.values.text import squeeze
from linli.errors import UserError

_HEADS = {
    "name": ("姓名", "名字", "队员", "信息员", "成员"),
    "phone": ("电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码"),
    "source": ("来源", "类别", "身份", "人员类别"),
    "grid": ("网格", "所在网格", "所属网格"),
    "duty": ("分工", "职务", "职责", "岗位"),
    "note": ("备注", "说明"),
}
_COUNTING = ("序号", "编号", "号")


@dataclass(frozen=True, kw_only=True)
class ListDefaults:
    """What holds of every line that does not say otherwise.

    `grids` are names by id, `sources` the hall's sources in their order.
    """

    team_id: int
    source: str
    since: date | None
    grids: Mapping[int, str]
    sources: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class MemberList:
    """What a list holds; `unread` tells lines that have no name, by number from 1."""

    members: tuple[MemberDraft, ...]
    unread: tuple[str, ...]


def read_members(rows: Sequence[Sequence[str]], defaults: ListDefaults) -> MemberList:
    """Read the members out of a list.

    Raises:
        UserError: if there is nobody in it.
    """
    columns: dict[str, int] = {}
    members: list[MemberDraft] = []
    unread: list[str] = []
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if not columns and not members and _head_columns(cells):
            columns = _head_columns(cells)
            continue
        found = _named(cells, columns) if columns else _guessed(cells, defaults)
        member = _member(found, defaults)
        if member is None:
            unread.append(f"第 {number} 行：{_shown(cells)}")
        else:
            members.append(member)
    if not members:
        raise UserError("名单里没有认出姓名，请每人一行，写上姓名和电话，或带上“姓名”这样的表头。")
    return MemberList(members=tuple(members), unread=tuple(unread))


def _head_columns(cells: Sequence[str]) -> dict[str, int]:
    """Return which column is what, nothing if no column is called a name."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for field, words in _HEADS.items():
            if squeeze(cell) in words:
                found.setdefault(field, place)
    return found if "name" in found else {}


def _named(cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    return {field: cells[place] for field, place in columns.items() if place < len(cells)}


def _guessed(cells: Sequence[str], defaults: ListDefaults) -> dict[str, str]:
    found: dict[str, str] = {}
    grids = {grid_key(name) for name in defaults.grids.values()}
    for cell in cells:
        if _is(parse_phone, cell):
            found.setdefault("phone", cell)
        elif cell in defaults.sources:
            found.setdefault("source", cell)
        elif "网格" in cell and grid_key(cell) in grids:
            found.setdefault("grid", cell)
        elif cell and not cell.isdecimal() and cell not in _COUNTING:
            found.setdefault("duty" if "name" in found else "name", cell)
    return found


def _member(found: Mapping[str, str], defaults: ListDefaults) -> MemberDraft | None:
    name = normalise_name(found.get("name", ""))
    if not _is(check_name, name):
        return None
    grid = found.get("grid", "")
    ids = [
        grid_id for grid_id, title in defaults.grids.items() if grid_key(title) == grid_key(grid)
    ]
    return MemberDraft(
        team_id=defaults.team_id,
        name=name,
        source=found.get("source") or defaults.source,
        grid_id=ids[0] if grid and ids else None,
        phone=found.get("phone") or None,
        duty=found.get("duty") or None,
        since=defaults.since,
        note=found.get("note") or None,
    )


def _is(check: Callable[[str], object], text: str) -> bool:
    try:
        check(text)
    except UserError:
        return False
    return True


def _shown(cells: Sequence[str]) -> str:
    """Return the beginning of a line for a sentence; numbers are not repeated."""
    words = [cell for cell in cells if cell and not any(char.isdigit() for char in cell)]
    return " ".join(words)[:20] or "没有文字"
