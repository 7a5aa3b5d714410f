"""`linli demo`: the main job from end to end, on a ledger that is thrown away afterwards.

A sample workbook is written from the sample community, then everything is done as a clerk would:
found a ledger, describe the hall and its grids, import the workbook, find somebody, print a card.
"""

import secrets
from argparse import Namespace
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from linli.cli.output import check_place, progress, say
from linli.paths import DataDir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linli.services.container import Services

_COMMUNITY = "西河社区"
_WORKBOOK = "示例居民台账.xlsx"


def demo(options: Namespace) -> int:
    """Carry out the main job and say each step."""
    check_place(options.out)
    # A ledger that is deleted at once needs no folder of the user's, and nobody its password.
    with TemporaryDirectory(prefix="linli-demo-") as folder:
        workbook = Path(folder) / _WORKBOOK
        with (
            _founded(Path(folder) / "source") as source,
            _founded(Path(folder) / "ledger") as ledger,
        ):
            _write_workbook(source, workbook)
            say(f"1. 建立：在临时文件夹里新建了加密台账「{_COMMUNITY}」，结束后自动删除。")
            _describe_hall(source, ledger)
            _import(ledger, workbook)
            _print_card(ledger, _find(ledger), options.out)
    say("人名、号码都是虚构的。打开窗口可以建立自己的台账，或点「试用示例社区」接着试。")
    return 0


@contextmanager
def _founded(folder: Path) -> "Iterator[Services]":
    from linli.services.container import open_services
    from linli.services.ledger import create_ledger

    created = create_ledger(
        DataDir(folder), community=_COMMUNITY, account="演示", password=secrets.token_urlsafe()
    )
    with closing(created.context.db):
        yield open_services(created.context)


def _write_workbook(source: "Services", path: Path) -> None:
    from linli.domain.residents import ResidentFilter

    source.sample.create(progress=progress())
    source.exports.residents(path, ResidentFilter(), masked=False, reason="演示")


def _describe_hall(source: "Services", ledger: "Services") -> None:
    hall = source.settings.hall()
    ledger.settings.save_hall(replace(hall, emblem=_copied(source, ledger, hall.emblem)))
    for grid in source.grids.list_all():
        officers = tuple(
            replace(officer, photo=_copied(source, ledger, officer.photo))
            for officer in grid.facts.officers
        )
        ledger.grids.add(replace(grid.facts, officers=officers))
    say(f"2. 设置：填好大厅信息，以及 {len(ledger.grids.list_all())} 个网格的楼栋和负责人。")


def _copied(source: "Services", ledger: "Services", digest: str | None) -> str | None:
    """Copy a picture from one ledger to the other; return its name there."""
    content = source.settings.photo(digest) if digest else None
    return ledger.settings.add_photo(content) if content else None


def _import(ledger: "Services", workbook: Path) -> None:
    source = ledger.imports.open(workbook)
    outcome, _changes = ledger.imports.run(source, ledger.imports.plan(source), progress=progress())
    say(
        f"3. 导入：从「{_WORKBOOK}」读到 {outcome.rows} 行，新增居民 {outcome.added} 人、"
        f"{outcome.new_households} 户，并入 {outcome.joined} 人，没有录入 {outcome.set_aside} 行。"
    )


def _find(ledger: "Services") -> int:
    """Find the first resident of the list by the initials of the name; return the id."""
    from linli.domain.pinyin import sort_pinyin
    from linli.domain.residents import ResidentFilter

    first = ledger.residents.list_ids(ResidentFilter())[0]
    name = ledger.residents.get(first).facts.name
    typed = "".join(syllable[0] for syllable in sort_pinyin(name).split())
    found = ledger.residents.find(typed, limit=1)[0]
    say(f"4. 查找：输入「{typed}」，找到{found.name}，{found.address}，证件 {found.document}。")
    return found.id


def _print_card(ledger: "Services", resident_id: int, out: Path) -> None:
    from linli.domain.card_choices import CardUnit
    from linli.domain.paper import PaperSetup, single_sheet

    kind = ledger.cards.kinds()[0]
    batch = ledger.cards.prepare([resident_id], kind.id, CardUnit.PERSON)
    setup = PaperSetup(sheet=single_sheet(batch.kind.sizes[0]))
    printed = ledger.cards.issue(batch, setup).printed
    ledger.outputs.save_pdf(printed.content, out, kind.title)
    say(
        f"5. 打印：{kind.title} {printed.cards} 张，正反两面共 {printed.pages} 页，"
        f"卡号 {batch.cards[0].facts.number}，存到「{out}」。"
    )
