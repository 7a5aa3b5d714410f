"""The practice ledger (练习): fictitious people in a folder of their own, thrown away in the end.

It never lies where a real ledger lies: its folder carries a mark, and nothing is opened, made anew
or removed in a folder without it. Its password is known to everybody, so that nobody has to type
it; whoever wrote real people into it is told by the band over the window that it is no place for
them, and all of it goes when practising ends.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from linli.errors import UserError
from linli.paths import DataDir, resource
from linli.progress import SILENT, Progress
from linli.services.context import Clock, Context, now

if TYPE_CHECKING:
    from linli.services.residents import ResidentService

ACCOUNT = "练习"
COMMUNITY = "西河社区（练习）"
WORKBOOK = "练习台账.xlsx"
PEOPLE = 400
_PASSWORD = "lianxi-2026-suibian"  # noqa: S105 - of fictitious people
_MARK = "practice.json"
_SAMPLE = "sample/居民台账示例.xlsx"


@dataclass(frozen=True, kw_only=True)
class Hero:
    """Whom the clerk looks for first.

    Attributes:
        name: of a fictitious resident.
        letters: the initials that find them.
    """

    name: str
    letters: str


def is_practice(data_dir: DataDir) -> bool:
    """Whether a folder is one for practising."""
    return (data_dir.root / _MARK).is_file()


def workbook_of(data_dir: DataDir) -> Path:
    """Return the workbook that is imported in practice; it alone lies in its folder."""
    return data_dir.root / "资料" / WORKBOOK


def open_practice(data_dir: DataDir, clock: Clock = now, progress: Progress = SILENT) -> Context:
    """Open the practice ledger as it was left, or make a new one.

    Args:
        data_dir: a folder of its own.
        clock: tells the time.
        progress: told while the sample is made.

    Raises:
        UserError: there is a ledger in the folder that is none for practising.
        Cancelled: the clerk stopped; nothing is left behind.
    """
    from linli.services.ledger import unlock

    if data_dir.exists() and not is_practice(data_dir):
        raise UserError(
            f"「{data_dir.root}」里是真的台账，不能用来练习，请关掉这个窗口，不写文件夹再试。"
        )
    if data_dir.exists():
        try:
            return unlock(data_dir, ACCOUNT, _PASSWORD, clock)
        except UserError:  # of another version, damaged, another password: it is worth nothing
            discard(data_dir)
    try:
        return _make(data_dir, clock, progress)
    except BaseException:
        discard(data_dir)
        raise


def discard(data_dir: DataDir) -> None:
    """Throw the practice ledger away with all that was made of it.

    Raises:
        UserError: the folder is none for practising.
    """
    from linli.storage import files

    if not is_practice(data_dir):
        raise UserError(f"「{data_dir.root}」不是练习用的文件夹，没有删除，请不用理会。")
    mark = data_dir.root / _MARK
    for path in sorted(data_dir.root.iterdir()):
        if path in (mark, data_dir.window_lock):
            continue  # the lock belongs to the window that is open
        if path.is_dir():
            files.remove_tree(path)
        else:
            files.remove_quietly(path)
    files.remove_quietly(mark)  # last: what a crash left is still known to be of no worth


def find_hero(residents: "ResidentService") -> Hero:
    """Return somebody of three characters whose initials find them before all others."""
    from linli.domain.pinyin import sort_pinyin
    from linli.domain.residents import ResidentFilter

    rows = residents.rows(list(residents.list_ids(ResidentFilter(text="户主")))[:100])
    for row in rows:
        letters = "".join(syllable[0] for syllable in sort_pinyin(row.name).split())
        found = list(residents.list_ids(ResidentFilter(text=letters)))
        if len(row.name) == 3 and len(letters) == 3 and found[:1] == [row.id]:
            return Hero(name=row.name, letters=letters)
    first = rows[0]
    return Hero(name=first.name, letters=first.name)


def _make(data_dir: DataDir, clock: Clock, progress: Progress) -> Context:
    from linli.services.ledger import confirm_recovery_code, create_ledger
    from linli.services.sample import SampleService
    from linli.storage import files

    files.make_folder(data_dir.root)
    files.replace_file(data_dir.root / _MARK, json.dumps({"practice": True}).encode())
    created = create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=_PASSWORD, clock=clock
    )
    try:
        confirm_recovery_code(created.context)
        SampleService(created.context).create(PEOPLE, progress)
        files.make_folder(workbook_of(data_dir).parent)
        files.replace_file(workbook_of(data_dir), resource(_SAMPLE).read_bytes())
    except BaseException:
        created.context.db.close()
        raise
    return created.context
