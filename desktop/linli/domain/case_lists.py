"""Lists of mediation cases to print."""

from collections.abc import Sequence

from linli.domain.case_flow import STAGE
from linli.domain.cases import DISPUTE_TABLE, LEVEL, CaseRow
from linli.domain.codes import code_table
from linli.domain.register_texts import NUMBER, spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_COLUMNS = (
    NUMBER,
    RegisterColumn(title="编号", width=46),
    RegisterColumn(title="纠纷名称", width=46, share=2),
    RegisterColumn(title="当事人", width=36, share=1, holds=Holds.NAME),
    RegisterColumn(title="类型", width=20),
    RegisterColumn(title="受理日期", width=26, align=Align.CENTER),
    RegisterColumn(title="调解员", width=20, holds=Holds.NAME),
    RegisterColumn(title="进度", width=26),
    RegisterColumn(title="层级", width=18),
)


def case_register(rows: Sequence[CaseRow], *, title: str) -> Register:
    """Return a list of cases, one line each."""
    lines = tuple((str(place), *_line(row)) for place, row in enumerate(rows, 1))
    return Register(title=title, columns=_COLUMNS, groups=(RegisterGroup(rows=lines),))


def _line(row: CaseRow) -> tuple[str, ...]:
    return (
        row.number,
        row.title,
        "、".join(row.parties),
        code_table(DISPUTE_TABLE).label(row.kind_code),
        spoken(row.opened_on),
        row.mediator,
        STAGE[row.stage],
        LEVEL[row.level],
    )
