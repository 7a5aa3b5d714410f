"""Lists of who can be on duty (值班人员名册) as they are printed."""

from collections.abc import Sequence

from linli.domain.register_texts import NAME, NUMBER, PHONE
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.worker_texts import (
    free_times_text,
    kind_text,
    qualifications_text,
    sums_text,
    worker_sums,
)
from linli.domain.workers import Worker

_COLUMNS = (
    NUMBER,
    NAME,
    RegisterColumn(title="类别", width=34),
    PHONE,
    RegisterColumn(title="站点或队伍", width=36, share=1),
    RegisterColumn(title="技能和证书", width=38, share=2),
    RegisterColumn(title="能来的时间", width=38, share=1),
    RegisterColumn(title="夜班", width=13, align=Align.CENTER),
)
_VOLUNTEER_COLUMNS = (
    NUMBER,
    RegisterColumn(title="编号", width=28, holds=Holds.INTERNAL),
    NAME,
    RegisterColumn(title="来源", width=24),
    PHONE,
    RegisterColumn(title="注册日期", width=26, align=Align.CENTER),
    RegisterColumn(title="队伍", width=34, share=1),
    RegisterColumn(title="服务项目", width=36, share=2),
    RegisterColumn(title="能来的时间", width=38, share=1),
)


def worker_register(workers: Sequence[Worker], *, title: str) -> Register:
    """Return people with the sums below, for A4 across."""
    rows = [
        (
            str(number),
            each.facts.name,
            kind_text(each.facts),
            each.facts.phone or "",
            each.station or each.team or "",
            abilities(each),
            free_times_text(each.facts.free_times),
            "" if each.facts.nights else "不值",
        )
        for number, each in enumerate(workers, start=1)
    ]
    return _register(workers, rows, _COLUMNS, title)


def volunteer_register(workers: Sequence[Worker], *, title: str) -> Register:
    """Return volunteers as they are registered, with the sums below, for A4 across."""
    rows = []
    for number, each in enumerate(workers, start=1):
        facts = each.facts.volunteer
        rows.append(
            (
                str(number),
                (facts and facts.number) or "",
                each.facts.name,
                kind_text(each.facts).removeprefix("志愿者").strip("（）"),
                each.facts.phone or "",
                facts.registered_on.isoformat() if facts and facts.registered_on else "",
                each.team or "",
                "、".join(facts.items) if facts else "",
                free_times_text(each.facts.free_times),
            )
        )
    return _register(workers, rows, _VOLUNTEER_COLUMNS, title)


def abilities(worker: Worker) -> str:
    """Return what somebody can do: 急救、维吾尔语，护士执业证 到 2027-05-31."""
    skills = "、".join(worker.facts.skills)
    papers = qualifications_text(worker.facts.qualifications).replace("\n", "，")
    return "，".join(filter(None, (skills, papers)))


def _register(
    workers: Sequence[Worker],
    rows: Sequence[tuple[str, ...]],
    columns: tuple[RegisterColumn, ...],
    title: str,
) -> Register:
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{sums_text(worker_sums(workers))}" if workers else "",
    )
