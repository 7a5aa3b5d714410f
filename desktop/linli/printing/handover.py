"""The hand-over sheet (签收表): one line to sign for each card of a run, building by building."""

from collections.abc import Iterable, Iterator

from linli.domain.handover import HandoverFacts, HandoverLine
from linli.domain.registers import Align, PrintedRegister, Register, RegisterColumn, RegisterGroup
from linli.errors import UserError
from linli.printing.fonts import FontLibrary
from linli.printing.foot import printed_by
from linli.printing.registers import render_register
from linli.progress import SILENT, Progress

_ROW_HEIGHT = 10.0  # mm: room to sign
_COLUMNS = (
    RegisterColumn(title="序号", width=11, align=Align.CENTER),
    RegisterColumn(title="卡号", width=19, align=Align.CENTER),
    RegisterColumn(title="门牌", width=40),
    RegisterColumn(title="户主", width=28),
    RegisterColumn(title="份数", width=11, align=Align.CENTER),
    RegisterColumn(title="签收", width=32),
    RegisterColumn(title="日期", width=18),
    RegisterColumn(title="备注", width=18, share=1),
)
_FOOT_NOTE = "发放人签字：＿＿＿＿＿＿＿＿　　发放完毕日期：＿＿＿＿年＿＿月＿＿日"


def handover_sheet(
    facts: HandoverFacts,
    *,
    page_per_building: bool = False,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
) -> PrintedRegister:
    """Make the sheet as a PDF on A4.

    Args:
        facts: the cards of the run in the order in which they are handed out.
        page_per_building: start each building on a page of its own.
        progress: told after each page.
        library: the fonts; None for those of this machine.

    Raises:
        UserError: there is nothing to sign for.
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    every = [line for building in facts.buildings for line in building.lines]
    if not every:
        raise UserError("这一批里没有要签收的卡，请先选一批印好的卡。")
    register = Register(
        title=facts.title,
        subtitle=f"{facts.community}　{_sum(every)}",
        columns=_COLUMNS,
        groups=tuple(_groups(facts)),
        foot_note=f"全部合计：{_sum(every)}\n\n{_FOOT_NOTE}",
        printed=printed_by(facts.account, facts.made_at),
        row_height=_ROW_HEIGHT,
        page_per_group=page_per_building,
    )
    return render_register(register, progress=progress, library=library)


def _groups(facts: HandoverFacts) -> Iterator[RegisterGroup]:
    number = 0
    for building in facts.buildings:
        if not building.lines:
            continue
        rows = []
        for line in building.lines:
            number += 1
            rows.append((
                str(number), line.number, line.place, line.holder, str(line.copies), "", "",
                line.note,
            ))  # fmt: skip
        yield RegisterGroup(heading=f"{building.heading}　{_sum(building.lines)}", rows=rows)


def _sum(lines: Iterable[HandoverLine]) -> str:
    copies = [line.copies for line in lines]
    return f"{len(copies)} 户，{sum(copies)} 份"
