"""How the figures of the report of mediation (统计报表) are counted.

Success rate is settled ÷ accepted (成功率 = 调解成功 ÷ 受理), as bureaus of justice report it. What
was settled in a period may have been accepted before it, so that the rate can exceed 100 %.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from linli.domain.case_flow import Step
from linli.domain.case_reports import (
    CountedCase,
    CountedStep,
    Figure,
    FigureGroup,
    KindLine,
    MonthLine,
    Period,
    Unit,
    month_period,
    rate,
)
from linli.domain.cases import (
    DISPUTE_TABLE,
    RISK,
    AgreementForm,
    CourtRuling,
    Risk,
    Source,
)
from linli.domain.codes import code_table
from linli.domain.sweeps import SweepSums

_AGREED = (Step.AGREE_WRITTEN, Step.AGREE_ORAL)
_ENDED = (Step.FAIL, Step.DECLINE)
_BODIES = ("courts", "police", "petitions")
_UNIT_WORDS: Mapping[str, tuple[str, ...]] = {
    "courts": ("法院", "法庭"),
    "police": ("公安", "派出所", "警务"),
    "petitions": ("信访",),
}
_UNIT_TITLES = {"courts": "法院", "police": "公安机关", "petitions": "信访部门"}
MONTHS_SHOWN = 12
_COUNTED_RISKS = (Risk.CRIME, Risk.PETITION, Risk.SUICIDE, Risk.BRAWL)

BY_HAND: tuple[tuple[str, str, FigureGroup, Unit, str], ...] = (
    ("committees", "村（居）调委会", FigureGroup.BODIES, Unit.BODIES, "期末有多少个，由本单位填写"),
    ("street_committees", "乡镇（街道）调委会", FigureGroup.BODIES, Unit.BODIES, "同上"),
    ("firm_committees", "企事业单位调委会", FigureGroup.BODIES, Unit.BODIES, "同上"),
    ("trade_committees", "行业性专业性调委会", FigureGroup.BODIES, Unit.BODIES, "同上"),
    ("mediators", "人民调解员", FigureGroup.BODIES, Unit.PERSONS, "期末有多少人，由本单位填写"),
    ("full_time", "其中专职", FigureGroup.BODIES, Unit.PERSONS, "同上"),
    ("sued", "反悔起诉", FigureGroup.OTHER, Unit.CASES, "时段内向法院起诉的，由本单位填写"),
    ("upheld", "法院维持协议", FigureGroup.OTHER, Unit.CASES, "时段内判决的，由本单位填写"),
    ("changed", "法院变更协议", FigureGroup.OTHER, Unit.CASES, "同上"),
    ("revoked", "法院撤销协议", FigureGroup.OTHER, Unit.CASES, "同上"),
)
"""What the ledger cannot know: key, title, part, unit, definition."""


def figures_of(
    cases: Sequence[CountedCase],
    period: Period,
    sweeps: SweepSums,
    by_hand: Mapping[str, int],
) -> tuple[Figure, ...]:
    """Return every figure of a period.

    Args:
        cases: at least those with a step in the period.
        period: what is counted.
        sweeps: the sums of sweeps of the period.
        by_hand: what the hall entered, by key.
    """
    counted = _Counted(cases, period)
    return (
        *_case_figures(counted),
        *_source_figures(counted),
        *_agreement_figures(counted),
        *_risk_figures(counted),
        *_sweep_figures(sweeps),
        *_other_figures(counted),
        *_hand_figures(by_hand),
    )


def compared(figures: Iterable[Figure], before: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return figures with their values of the period before beside them."""
    values = {each.key: each.value for each in before}
    return tuple(replace(each, before=values[each.key]) for each in figures)


def kind_lines(cases: Sequence[CountedCase], period: Period) -> tuple[KindLine, ...]:
    """Return the table by kind of dispute, all kinds, in the table's order."""
    counted = _Counted(cases, period)

    def of_kind(found: Iterable[CountedCase], code: str) -> tuple[int, ...]:
        return tuple(case.id for case in found if case.kind_code == code)

    return tuple(
        KindLine(
            code=code,
            name=name,
            accepted=of_kind(counted.with_step(Step.ACCEPT), code),
            settled=of_kind(counted.with_step(*_AGREED), code),
            failed=of_kind(counted.with_step(*_ENDED), code),
        )
        for code, name in code_table(DISPUTE_TABLE).names.items()
    )


def month_lines(cases: Sequence[CountedCase], period: Period) -> tuple[MonthLine, ...]:
    """Return the twelve months up to the end of a period."""
    months = [month_period(*divmod_month(period.last, -back)) for back in range(MONTHS_SHOWN)]
    return tuple(
        MonthLine(
            month=month.first,
            accepted=len(_Counted(cases, month).with_step(Step.ACCEPT)),
            settled=len(_Counted(cases, month).with_step(*_AGREED)),
        )
        for month in reversed(months)
    )


def divmod_month(day: date, months: int) -> tuple[int, int]:
    """Return year and month that lie `months` after a day's."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


class _Counted:
    """Cases, and which steps of theirs fall into the period."""

    def __init__(self, cases: Sequence[CountedCase], period: Period) -> None:
        self._period = period
        self._cases = cases

    def steps(self, case: CountedCase, *kinds: Step) -> list[CountedStep]:
        """Return the steps of some kinds that were taken in the period."""
        taken = (step for step in case.steps if step.step in kinds)
        return [step for step in taken if self._period.contains(step.day)]

    def with_step(self, *kinds: Step) -> list[CountedCase]:
        """Return the cases with such a step in the period, each once."""
        return [case for case in self._cases if self.steps(case, *kinds)]


def _count(
    key: str, title: str, group: FigureGroup, cases: Iterable[CountedCase], definition: str
) -> Figure:
    ids = tuple(case.id for case in cases)
    return Figure(
        key=key,
        title=title,
        group=group,
        unit=Unit.CASES,
        value=len(ids),
        definition=definition,
        ids=ids,
    )


def _sum(
    key: str,
    title: str,
    unit: Unit,
    cases: Sequence[CountedCase],
    of: Callable[[CountedCase], int],
    definition: str,
) -> Figure:
    return Figure(
        key=key,
        title=title,
        group=FigureGroup.CASES,
        unit=unit,
        value=sum(of(case) for case in cases),
        definition=definition,
        ids=tuple(case.id for case in cases if of(case)),
    )


def _case_figures(counted: _Counted) -> Iterator[Figure]:
    group = FigureGroup.CASES
    accepted, settled = counted.with_step(Step.ACCEPT), counted.with_step(*_AGREED)
    yield _count("accepted", "受理纠纷", group, accepted, "时段内受理的案件")
    yield _count("settled", "调解成功", group, settled, "时段内达成书面或口头协议的案件")
    yield Figure(
        key="rate",
        title="成功率",
        group=group,
        unit=Unit.RATE,
        value=rate(len(settled), len(accepted)),
        definition="调解成功 ÷ 受理纠纷；以前受理、本期调成的也算，所以可能超过100%",
    )
    ended = counted.with_step(*_ENDED)
    yield _count("failed", "调解不成", group, ended, "时段内调解不成，或一方拒绝调解的案件")
    yield _sum(
        "amount",
        "协议涉及金额",
        Unit.AMOUNT,
        settled,
        lambda case: case.settled_amount or 0,
        "调解成功案件的履行金额之和；没有写履行金额的，用登记的争议金额",
    )
    yield _sum(
        "parties",
        "涉及当事人",
        Unit.PERSONS,
        accepted,
        lambda case: case.parties,
        "受理案件的当事人个数之和，单位算一个",
    )
    done = counted.with_step(Step.COMPLETE)
    yield _count("performed", "协议履行", group, done, "时段内全部履行的案件")


def _source_figures(counted: _Counted) -> Iterator[Figure]:
    group = FigureGroup.SOURCES
    accepted = counted.with_step(Step.ACCEPT)
    active = [case for case in accepted if case.source in (Source.ACTIVE, Source.SWEEP)]
    applied = [case for case in accepted if case.source is Source.APPLIED]
    referred = [case for case in accepted if case.source is Source.REFERRED]
    yield _count("active", "主动调解", group, active, "受理案件中主动调解和排查发现的")
    yield _count("applied", "依申请调解", group, applied, "受理案件中当事人申请的")
    yield _count("referred", "接受委托移送调解", group, referred, "受理案件中别的单位移送的")
    left = referred
    for body in _BODIES:
        words = _UNIT_WORDS[body]
        found = [case for case in left if any(word in case.source_unit for word in words)]
        left = [case for case in left if case not in found]
        title = f"其中{_UNIT_TITLES[body]}"
        yield _count(f"referred_{body}", title, group, found, f"移送单位名称里有{'、'.join(words)}")
    yield _count("referred_other", "其中其他部门", group, left, "其余移送单位")


def _agreement_figures(counted: _Counted) -> Iterator[Figure]:
    group = FigureGroup.AGREEMENTS
    settled = counted.with_step(*_AGREED)
    written = [case for case in settled if case.form is AgreementForm.WRITTEN]
    oral = [case for case in settled if case.form is AgreementForm.ORAL]
    yield _count("written", "书面协议", group, written, "调解成功案件中达成书面协议的")
    yield _count("oral", "口头协议", group, oral, "调解成功案件中达成口头协议的")
    applied = counted.with_step(Step.APPLY_COURT)
    yield _count("court_applied", "申请司法确认", group, applied, "时段内申请司法确认的案件")
    ruled = [
        case
        for case in counted.with_step(Step.COURT_RULED)
        if counted.steps(case, Step.COURT_RULED)[-1].ruling is CourtRuling.CONFIRMED
    ]
    yield _count("court_confirmed", "确认有效", group, ruled, "时段内法院裁定有效的案件")


def _risk_figures(counted: _Counted) -> Iterator[Figure]:
    group = FigureGroup.PREVENTED
    for risk in _COUNTED_RISKS:
        found = {
            case: [step for step in counted.steps(case, Step.RISK) if step.risk is risk]
            for case in counted.with_step(Step.RISK)
        }
        cases = [case for case, steps in found.items() if steps]
        title = f"防止{RISK[risk]}"
        told = f"时段内报告了「{RISK[risk]}」风险的案件"
        yield _count(f"risk_{risk}", title, group, cases, told)
        yield Figure(
            key=f"risk_{risk}_persons",
            title=title,
            group=group,
            unit=Unit.PERSONS,
            value=sum(max((s.persons or 0 for s in found[case]), default=0) for case in cases),
            definition=f"{told}所登记的人数",
            ids=tuple(case.id for case in cases),
        )


def _sweep_figures(sweeps: SweepSums) -> Iterator[Figure]:
    said = (
        ("sweeps", "排查", Unit.TIMES, sweeps.sweeps, "时段内排查的次数"),
        ("found", "发现纠纷", Unit.CASES, sweeps.found, "这些排查发现的纠纷"),
        ("prevented", "预防纠纷", Unit.CASES, sweeps.prevented, "其中登记为已预防的"),
    )
    for key, title, unit, value, definition in said:
        yield Figure(
            key=key,
            title=title,
            group=FigureGroup.SWEEPS,
            unit=unit,
            value=value,
            definition=definition,
        )


def _other_figures(counted: _Counted) -> Iterator[Figure]:
    hard = [case for case in counted.with_step(Step.ACCEPT) if case.is_difficult]
    yield _count("difficult", "疑难复杂案件", FigureGroup.OTHER, hard, "受理案件中标为疑难复杂的")


def _hand_figures(by_hand: Mapping[str, int]) -> Iterator[Figure]:
    for key, title, group, unit, definition in BY_HAND:
        yield Figure(
            key=key,
            title=title,
            group=group,
            unit=unit,
            value=by_hand.get(key),
            definition=definition,
            by_hand=True,
        )
