"""Documents that say what was done in a case: inquiries, meetings, evidence, visits, slips.

Fields as in the forms of 司法部 (人民调解文书格式, 2010).
"""

from collections.abc import Iterable

from linli.domain.case_flow import STEP, Step
from linli.domain.case_paper_parts import (
    PARTY,
    day_field,
    form_field,
    form_row,
    line,
    names,
    number_of,
    party_names,
    party_signs,
    passage,
    roles,
    signing,
)
from linli.domain.case_paper_rules import moves_of, paper_name
from linli.domain.case_papers import (
    PAPER,
    RUNNING_NUMBER,
    CasePaper,
    Field,
    Form,
    Issuer,
    Listing,
    PaperRef,
    table_text,
)
from linli.domain.cases import LEVEL, SATISFACTION, Case, FollowUp, Level, Meeting, TakenStep
from linli.domain.register_texts import spoken

_TOLD = (
    "调解开始前，人民调解员已向当事人告知人民调解的性质、原则和效力，"
    "以及当事人在调解活动中享有的权利和承担的义务。"
)
EVIDENCE_HEADS = (RUNNING_NUMBER, "名称", "提供人", "页数", "来源")
"""What the list of evidence tells of each piece."""
EVIDENCE_KEY = "items"
"""The field of the list: `evidence_text` fills it."""


def inquiry(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 人民调解调查记录 of the inquiry named by the subject."""
    asked = _meeting(case, ref)
    return CasePaper(
        ref=ref,
        name=paper_name(case, ref),
        title=PAPER[ref.kind],
        parts=(
            line("when", "时间", _when(asked), required=True),
            line("place", "地点", asked.place if asked else "", required=True),
            line("present", "参加人", names((*asked.present, *asked.invited)) if asked else ""),
            line("asked", "被调查人", asked.subject if asked else "", required=True),
            passage("record", "记录", _said(asked), lines=14, required=True),
            signing(
                ["被调查人（签名或按指印）", "调查人（签名）", "记录人（签名）"],
                day_field(asked.day if asked else None),
            ),
        ),
    )


def meeting(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 人民调解记录 of the meeting named by the subject.

    Those who took part (参加人) are who was invited; mediators, parties and who writes are not.
    """
    held = _meeting(case, ref)
    present = names(held.present) if held and held.present else party_names(case)
    return CasePaper(
        ref=ref,
        name=paper_name(case, ref),
        title=PAPER[ref.kind],
        parts=(
            line("when", "时间", _when(held), required=True),
            line("place", "地点", held.place if held else "", required=True),
            line("subject", "事由", (held.subject if held else "") or case.facts.title),
            line("parties", PARTY, present, required=True),
            line("present", "参加人", names(held.invited) if held else ""),
            passage("told", "告知", _TOLD, lines=2, headed=False, required=True),
            passage("record", "调解记录", held.record if held else "", lines=12, required=True),
            passage("result", "调解结果", held.result if held else "", lines=3, required=True),
            signing(
                [*party_signs(roles(case)), "人民调解员（签名）", "记录人（签名）"],
                day_field(held.day if held else None),
            ),
        ),
    )


def evidence(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 人民调解证据清单; its lines are filled from what is kept with the case."""
    return CasePaper(
        ref=ref,
        name=PAPER[ref.kind],
        title=PAPER[ref.kind],
        number=Field(key="number", title="卷号", text=number_of(case)),
        parts=(
            line("matter", "纠纷名称", case.facts.title, required=True),
            Listing(
                field=Field(key=EVIDENCE_KEY, title="证据材料", lines=10, required=True),
                heads=EVIDENCE_HEADS,
                shares=(1.0, 4.0, 2.2, 1.0, 2.8),
                centred=(0, 2, 3),
                blank_rows=12,
            ),
            signing(["提供人（签名）", "接收人（签名）"], day_field(None)),
        ),
    )


def follow_up(case: Case, ref: PaperRef, _issuer: Issuer) -> CasePaper:
    """Return 人民调解回访记录 of the visit named by the subject."""
    visits = {f"visit:{each.id}": each for each in case.follow_ups}
    visit = visits.get(ref.subject)
    rows = (
        form_row((PARTY, form_field("parties", PARTY, party_names(case), required=True))),
        form_row(("调解协议编号", form_field("number", "调解协议编号", number_of(case)))),
        form_row(("回访事由", form_field("subject", "回访事由", case.facts.title, required=True))),
        form_row(
            (
                "回访情况",
                form_field("result", "回访情况", _visited(visit), lines=12, required=True),
            ),
            height=90.0,
        ),
        form_row(("回访人", form_field("visitor", "回访人", visit.visitor if visit else ""))),
    )
    return CasePaper(
        ref=ref,
        name=paper_name(case, ref),
        title=PAPER[ref.kind],
        parts=(
            Form(rows=rows),
            signing(["回访人（签名）"], day_field(visit.day if visit else None)),
        ),
    )


def transfer(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return 移交单 of the step named by the subject: up, back, or to another body."""
    steps = {f"step:{taken.id}": taken for taken in moves_of(case)}
    taken = steps.get(ref.subject)
    giver, taker = _units(case, taken, issuer)
    what = "" if taken is None else STEP[taken.facts.step]
    if taken is not None and taken.facts.level is not None:
        what += f"（{LEVEL[taken.facts.level]}）"

    def row(key: str, title: str, text: str, *, height: float = 10.0, must: bool = False) -> Form:
        lines = 4 if height > 10.0 else 1
        field = form_field(key, title, text, lines=lines, required=must)
        return Form(rows=(form_row((title, field), height=height),))

    return CasePaper(
        ref=ref,
        name=paper_name(case, ref),
        title=f"矛盾纠纷{PAPER[ref.kind]}",
        number=Field(key="number", title="卷号", text=number_of(case)),
        parts=(
            row("matter", "纠纷名称", case.facts.title, must=True),
            row("parties", PARTY, party_names(case), must=True),
            row("what", "移交方式", what, must=True),
            row("giver", "移交单位", giver, must=True),
            row("taker", "接收单位", taker, must=True),
            row("reason", "移交原因", taken.facts.reason if taken else "", height=24.0, must=True),
            row("summary", "纠纷简要情况", case.facts.summary, height=45.0, must=True),
            row("done", "已做调解工作", _done(case, taken), height=36.0),
            row("papers", "移交材料", "", height=18.0),
            signing(
                ["移交人（签名、盖章）", "接收人（签名、盖章）"],
                day_field(taken.facts.day if taken else None, title="移交日期"),
            ),
        ),
        note="本单一式两份，移交单位和接收单位各存一份。",
    )


def evidence_text(rows: Iterable[tuple[str, str, str, str]]) -> str:
    """Return pieces of evidence (name, giver, pages, source) as the text of the list."""
    return table_text((str(number), *row) for number, row in enumerate(rows, 1))


def _meeting(case: Case, ref: PaperRef) -> Meeting | None:
    return next((each for each in case.meetings if f"meeting:{each.id}" == ref.subject), None)


def _when(held: Meeting | None) -> str:
    return "" if held is None else f"{spoken(held.day)}　{held.hours}".strip()


def _said(held: Meeting | None) -> str:
    return "" if held is None else "\n".join(filter(None, (held.record, held.result)))


def _visited(visit: FollowUp | None) -> str:
    if visit is None:
        return ""
    said = [f"履行情况：{visit.performance}" if visit.performance else ""]
    if visit.satisfaction is not None:
        said.append(f"满意程度：{SATISFACTION[visit.satisfaction]}")
    said.append(visit.note)
    return "\n".join(filter(None, said))


def _units(case: Case, taken: TakenStep | None, issuer: Issuer) -> tuple[str, str]:
    """Return who hands over and who takes."""
    level, unit = case.facts.first_level, ""
    for earlier in moves_of(case):
        if taken is None or earlier.id == taken.id:
            break
        level, unit = earlier.facts.level or level, earlier.facts.unit
    giver = _level_name(case, level, unit, issuer)
    if taken is None:
        return giver, ""
    facts = taken.facts
    if facts.step is Step.TRANSFER or facts.level is None:
        return giver, facts.unit
    if facts.step is Step.HAND_BACK:
        return _level_name(case, level, unit or facts.unit, issuer), _level_name(
            case, facts.level, "", issuer
        )
    return giver, _level_name(case, facts.level, facts.unit, issuer)


def _level_name(case: Case, level: Level, unit: str, issuer: Issuer) -> str:
    """Return who has a case in hand on a level."""
    if level is Level.GRID:
        return case.grid or unit or LEVEL[level]
    if level is Level.COMMUNITY:
        return issuer.committee
    return unit or LEVEL[level]


def _done(case: Case, taken: TakenStep | None) -> str:
    """Return which inquiries and meetings there were before the step."""
    said = [
        f"{spoken(each.day)}{'调查' if each.is_inquiry else '调解'}：{each.result or each.subject}"
        for each in case.meetings
        if taken is None or each.day <= taken.facts.day
    ]
    return "\n".join(said)
