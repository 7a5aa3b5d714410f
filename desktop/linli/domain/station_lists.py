"""Lists of stations, guides and matters (七个有、电话、值班人员、代办) as they are printed."""

from collections.abc import Sequence
from datetime import date

from linli.domain.agency import AgencyCase
from linli.domain.guides import GUIDE_KIND, Guide, time_words
from linli.domain.register_texts import NUMBER
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.staff import Staff, Station
from linli.domain.station_points import POINT, StationPoints
from linli.domain.workers import Worker

YES, NO = "有", "缺"
_CHECK = (
    NUMBER,
    RegisterColumn(title="七个有", width=38),
    RegisterColumn(title="台账", width=14, align=Align.CENTER),
    RegisterColumn(title="现场", width=14, align=Align.CENTER),
    RegisterColumn(title="依据，或要做的事", width=60, share=2),
    RegisterColumn(title="检查日期", width=26, align=Align.CENTER),
)
_GAPS = (
    NUMBER,
    RegisterColumn(title="站点", width=34, share=1),
    RegisterColumn(title="缺什么", width=38),
    RegisterColumn(title="要做的事", width=60, share=2),
    RegisterColumn(title="谁负责", width=24),
    RegisterColumn(title="完成日期", width=24),
)
_PHONES = (
    NUMBER,
    RegisterColumn(title="站点", width=36, share=1, size=14),
    RegisterColumn(title="电话", width=40, size=14),
    RegisterColumn(title="咨询电话", width=40, size=14),
    RegisterColumn(title="开放时间", width=50, share=2),
    RegisterColumn(title="地点", width=34, share=1),
)
_PEOPLE = (
    NUMBER,
    RegisterColumn(title="姓名", width=30, size=14, holds=Holds.NAME),
    RegisterColumn(title="职务", width=36, share=1, size=14),
    RegisterColumn(title="电话", width=44, size=14, holds=Holds.PHONE),
    RegisterColumn(title="窗口或岗位", width=36, share=1),
)
_GUIDES = (
    NUMBER,
    RegisterColumn(title="类别", width=22),
    RegisterColumn(title="名称", width=46, share=2),
    RegisterColumn(title="站点", width=32, share=1),
    RegisterColumn(title="材料", width=50, share=2),
    RegisterColumn(title="期限", width=28),
    RegisterColumn(title="收费", width=20),
    RegisterColumn(title="咨询电话", width=32),
)
_CASES = (
    RegisterColumn(title="编号", width=34),
    RegisterColumn(title="姓名", width=24, holds=Holds.NAME),
    RegisterColumn(title="代办事项", width=44, share=2),
    RegisterColumn(title="接件", width=26, align=Align.CENTER),
    RegisterColumn(title="承诺办结", width=26, align=Align.CENTER),
    RegisterColumn(title="首问责任人", width=26),
    RegisterColumn(title="现在在谁手里", width=34, share=1),
    RegisterColumn(title="结果", width=40, share=2, holds=Holds.PRIVATE),
)


def check_register(found: Sequence[StationPoints], *, title: str) -> Register:
    """Return the check sheet, a page for each station, with a box for what is seen on the spot."""
    groups = []
    for each in found:
        rows = [
            (
                str(number),
                POINT[state.point],
                YES if state.present else NO,
                "□",
                state.reason,
                state.checked_on.isoformat() if state.checked_on else "",
            )
            for number, state in enumerate(each.states, start=1)
        ]
        heading = f"{each.station.facts.name}：七个有已有 {each.present} 个"
        groups.append(RegisterGroup(heading=heading, rows=rows))
    return Register(
        title=title,
        columns=_CHECK,
        groups=tuple(groups),
        foot_note="检查人签名：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿",
        row_height=12.0,
        page_per_group=True,
    )


def gap_register(found: Sequence[StationPoints], *, title: str) -> Register:
    """Return what is open at all stations, for A4 across."""
    gaps = [(each.station.facts.name, gap) for each in found for gap in each.gaps]
    rows = [
        (str(number), name, POINT[gap.point], gap.reason, "", "")
        for number, (name, gap) in enumerate(gaps, start=1)
    ]
    whole = sum(not each.gaps for each in found)
    note = f"{len(found)} 个站点，七个有齐全的 {whole} 个，一共还缺 {len(rows)} 项。"
    return Register(
        title=title,
        columns=_GAPS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=note,
        row_height=9.0,
    )


def phone_register(stations: Sequence[Station], *, title: str) -> Register:
    """Return the public numbers of all stations, for A4 across."""
    rows = [
        (
            str(number),
            facts.name,
            facts.phone or "",
            facts.advice_phone or "",
            (facts.hours or "").replace("\n", "；"),
            facts.place or "",
        )
        for number, facts in enumerate((station.facts for station in stations), start=1)
    ]
    return Register(
        title=title, columns=_PHONES, groups=(RegisterGroup(rows=rows),), row_height=12.0
    )


def people_register(
    station: Station, staff: Sequence[Staff], workers: Sequence[Worker], today: date
) -> Register:
    """Return who is on duty at a station: its staff, then others who can be on duty there."""
    lines = [
        (each.facts.name, each.facts.post or "", each.facts.phone or "", each.facts.office or "")
        for each in staff
        if each.facts.station_id == station.id
    ]
    known = {line[0] for line in lines}
    lines += _others(station, workers, known, today)
    return Register(
        title=f"{station.facts.name}值班人员",
        columns=_PEOPLE,
        groups=(
            RegisterGroup(
                rows=[(str(number), *line) for number, line in enumerate(lines, start=1)]
            ),
        ),
        foot_note="；".join(
            filter(
                None,
                (
                    f"电话：{station.facts.phone}" if station.facts.phone else "",
                    f"咨询：{station.facts.advice_phone}" if station.facts.advice_phone else "",
                ),
            )
        ),
        row_height=13.0,
    )


def guide_register(guides: Sequence[Guide], *, title: str) -> Register:
    """Return guides, work rules and services, for A4 across."""
    rows = [
        (
            str(number),
            GUIDE_KIND[guide.facts.kind],
            guide.facts.title,
            guide.station or "整个大厅",
            (guide.facts.materials or "").replace("\n", "；"),
            time_words(guide.facts),
            guide.facts.fee or "",
            guide.facts.phone or "",
        )
        for number, guide in enumerate(guides, start=1)
    ]
    return Register(
        title=title, columns=_GUIDES, groups=(RegisterGroup(rows=rows),), row_height=9.0
    )


def agency_register(cases: Sequence[AgencyCase], *, title: str) -> Register:
    """Return matters done for people, for A4 across."""
    rows = [
        (
            case.number,
            case.facts.name,
            case.facts.item,
            case.facts.received_on.isoformat(),
            case.facts.promised_on.isoformat() if case.facts.promised_on else "",
            case.facts.first_asked,
            case.holder if case.is_open else "",
            _ending(case),
        )
        for case in cases
    ]
    return Register(
        title=title,
        columns=_CASES,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 件，还没有办结 {sum(case.is_open for case in cases)} 件",
        row_height=9.0,
    )


def _ending(case: AgencyCase) -> str:
    if case.voided_reason is not None:
        return f"作废：{case.voided_reason}"
    return "" if case.ended is None else case.ended.result.replace("\n", "；")


def _others(
    station: Station, workers: Sequence[Worker], known: set[str], today: date
) -> list[tuple[str, str, str, str]]:
    from linli.domain.workers import WORKER_KIND

    return [
        (each.facts.name, WORKER_KIND[each.facts.kind], each.facts.phone or "", "")
        for each in workers
        if each.facts.station_id == station.id
        and each.facts.name not in known
        and (each.facts.until is None or each.facts.until >= today)
    ]
