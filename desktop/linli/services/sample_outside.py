"""The sample community's sweeps, petitions and suggestions: a few of each, all fictitious."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from linli.domain.petition_flow import Move
from linli.domain.petitions import Form, PetitionDraft, PetitionStep
from linli.domain.suggestions import Adoption, ReplyDraft, SuggestionDraft
from linli.domain.sweeps import FindingDraft, Handling, Named, SweepDraft
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.database import Writing

_FINDINGS = (
    ("02", "3号楼2单元", "楼上卫生间漏水，两家为修理费争执。", Handling.WATCHED, True),
    ("14", "5号楼前", "几户对物业费标准有意见，已当面解释。", Handling.SETTLED, False),
    ("10", "市场后街", "小工反映工钱拖欠一个月，要登记调解。", Handling.CASE, True),
)
_SUGGESTIONS = (
    ("巷口晚上太黑，建议装一盏路灯。", 12, "已列入下月的亮化计划。"),
    ("建议把活动室的开放时间延长到晚上九点。", 3, None),
)


def add_outside(work: "Writing", fiction: Fiction, grid_ids: Sequence[int]) -> None:
    """Add two sweeps, two petitions of one person, and two suggestions.

    Args:
        work: the transaction.
        fiction: makes up the people.
        grid_ids: the grids they are in.
    """
    _add_sweeps(work, fiction, grid_ids)
    _add_petitions(work, fiction, grid_ids[0])
    _add_suggestions(work, fiction, grid_ids[-1])


def _add_sweeps(work: "Writing", fiction: Fiction, grid_ids: Sequence[int]) -> None:
    from linli.storage import sweeps

    goers = tuple(_name(fiction) for _ in range(2))
    found = tuple(
        FindingDraft(
            place=place,
            content=content,
            people=(Named(name=_name(fiction)), Named(name=_name(fiction))),
            kind_code=kind,
            risk=risk,
            handling=handling,
            prevented=handling is Handling.SETTLED,
        )
        for kind, place, content, handling, risk in _FINDINGS
    )
    for grid_id, findings, days in ((grid_ids[0], found, 5), (grid_ids[-1], (), 2)):
        draft = SweepDraft(
            day=fiction.today - timedelta(days=days),
            hours="10:00—12:00",
            grid_id=grid_id,
            goers=goers,
            scope="按楼栋顺序走访",
            households=18,
            findings=findings,
        )
        sweeps.save_sweep(work.session, None, draft)


def _add_petitions(work: "Writing", fiction: Fiction, grid_id: int) -> None:
    from linli.storage import petitions

    name, receiver = _name(fiction), _name(fiction)
    first = fiction.today - timedelta(days=20)
    second = fiction.today - timedelta(days=13)
    handled = (
        _step(Move.ACCEPT, first, receiver, unit="社区居委会"),
        _step(Move.TELL, first, receiver),
        _step(Move.DECIDE, second, receiver, text="道路已由物业修补。"),
        _step(Move.ANSWER, second, receiver),
        _step(Move.CLOSE, second, receiver, text="信访人认可。"),
    )
    earlier: int | None = None
    for day, form, matter, steps in (
        (first, Form.VISIT, "反映小区道路破损", handled),
        (second, Form.PHONE, "反映道路修补不平", ()),
    ):
        draft = PetitionDraft(
            form=form,
            received_on=day,
            name=name,
            phone=fiction.mobile(),
            matter=matter,
            grid_id=grid_id,
            repeats_id=earlier,
        )
        number = petitions.next_sequence(work.connection, day.year)
        earlier = petitions.add_petition(work.session, draft, sequence=number, account=receiver)
        petitions.add_steps(work.session, petitions.get_record(work.session, earlier), steps)


def _add_suggestions(work: "Writing", fiction: Fiction, grid_id: int) -> None:
    from linli.storage import suggestions

    replier = _name(fiction)
    for content, days, reply in _SUGGESTIONS:
        day = fiction.today - timedelta(days=days)
        draft = SuggestionDraft(day=day, name=_name(fiction), grid_id=grid_id, content=content)
        number = suggestions.next_sequence(work.connection, day.year)
        suggestion_id = suggestions.add_suggestion(
            work.session, draft, sequence=number, account=replier
        )
        if reply is not None:
            said = ReplyDraft(
                day=fiction.today, text=reply, replier=replier, adoption=Adoption.ADOPTED
            )
            record = suggestions.get_record(work.session, suggestion_id)
            suggestions.reply_to(work.session, record, said)


def _step(
    move: Move, day: date, person: str, *, unit: str | None = None, text: str | None = None
) -> PetitionStep:
    return PetitionStep(move=move, day=day, person=person, unit=unit, text=text)


def _name(fiction: Fiction) -> str:
    return fiction.name(HAN, fiction.sex())
