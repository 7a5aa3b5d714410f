"""The sample community's mediation cases: a dozen, over all stages and six groups, fictitious."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from linli.domain.case_flow import Step
from linli.domain.case_rules import clean_case
from linli.domain.case_steps import Standing, after, beginning
from linli.domain.cases import (
    Agreement,
    AgreementForm,
    CaseDraft,
    Duty,
    FollowUp,
    Level,
    Mediator,
    Meeting,
    Party,
    Risk,
    Satisfaction,
    Side,
    Source,
    StepDraft,
)
from linli.domain.mediation_hall import (
    CommitteeMember,
    Helper,
    HelperKind,
    MediationHall,
    MediatorGroup,
    Office,
)
from linli.domain.residents import Sex
from linli.paths import resource
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.case_schema import CaseRecord
    from linli.storage.database import Writing

_PEOPLE = """
SELECT id FROM resident WHERE household_id IS NOT NULL AND birth IS NOT NULL
ORDER BY name NOT LIKE '%·%', id LIMIT 12
"""
_PLAIN_STEPS = {
    "accept": StepDraft(step=Step.ACCEPT, day=date.min),
    "up": StepDraft(
        step=Step.HAND_UP,
        day=date.min,
        level=Level.STREET,
        unit="西河街道调解中心",
        reason="调解不成，双方要求由街道调解",
    ),
    "risk": StepDraft(
        step=Step.RISK,
        day=date.min,
        unit="西河派出所",
        risk=Risk.BRAWL,
        persons=4,
        reason="双方亲属扬言报复",
    ),
    "fail": StepDraft(step=Step.FAIL, day=date.min, reason="双方意见相差太大，已告知可以起诉"),
    "decline": StepDraft(step=Step.DECLINE, day=date.min, reason="被申请人明确表示不愿调解"),
    "transfer": StepDraft(
        step=Step.TRANSFER, day=date.min, unit="西河街道综合执法队", reason="不是民间纠纷"
    ),
    "void": StepDraft(step=Step.VOID, day=date.min, reason="重复登记"),
    "archive": StepDraft(step=Step.ARCHIVE, day=date.min),
}
"""Steps that no record stands behind; their days are set when they are taken."""


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(resource("sample/cases.json").read_text(encoding="utf-8"))
    return words


def add_cases(work: "Writing", fiction: Fiction, grid_ids: Sequence[int], at: datetime) -> None:
    """Add the committee and its cases.

    Args:
        work: the transaction.
        fiction: makes up mediators and parties from elsewhere.
        grid_ids: the grids, which take turns.
        at: when the sample is made.
    """
    from linli.storage import mediation_settings

    hall = _hall(fiction)
    mediation_settings.save_mediation_hall(work.connection, hall)
    people = list(work.connection.exec_driver_sql(_PEOPLE).scalars())
    oldest_first = sorted(_words()["cases"], key=lambda words: -words["days"])
    for number, words in enumerate(oldest_first):
        maker = _Maker(work=work, fiction=fiction, words=words, at=at, mark=hall.mark)
        maker.make(
            group=hall.groups[number % len(hall.groups)],
            grid_id=grid_ids[number % len(grid_ids)],
            resident_id=people[number % len(people)] if people else None,
        )


def _hall(fiction: Fiction) -> MediationHall:
    words = _words()
    names = iter([fiction.name(HAN, fiction.sex()) for _ in range(24)])
    women = {0, 2}
    return MediationHall(
        committee=words["committee"],
        mark=words["mark"],
        groups=tuple(
            MediatorGroup(name=name, members=(next(names), next(names))) for name in words["groups"]
        ),
        members=tuple(
            CommitteeMember(
                name=fiction.name(HAN, Sex.FEMALE if place in women else Sex.MALE),
                office=(Office.CHAIR, Office.DEPUTY)[place] if place < 2 else Office.MEMBER,
                is_woman=place in women,
                phone=fiction.mobile(),
                since=fiction.today.replace(month=1, day=1),
            )
            for place in range(5)
        ),
        helpers=tuple(
            Helper(
                name=next(names),
                kind=HelperKind(each["kind"]),
                what=each["what"],
                phone=fiction.mobile(),
            )
            for each in words["helpers"]
        ),
    )


@dataclass(kw_only=True)
class _Maker:
    """Makes one case and leads it on, as `words` say."""

    work: "Writing"
    fiction: Fiction
    words: dict[str, Any]
    at: datetime
    mark: str

    def make(self, *, group: MediatorGroup, grid_id: int, resident_id: int | None) -> None:
        """Register the case and take its steps."""
        from linli.storage import case_writing

        draft = clean_case(self._draft(group, grid_id, resident_id))
        standing = beginning(draft)
        account = group.members[0]
        record = case_writing.add_case(self.work.session, draft, standing, account)
        first = StepDraft(step=Step.REGISTER, day=draft.registered_on)
        self._write(record, first, standing, account)
        day = draft.registered_on
        for said in self.words["steps"]:
            name, _, days = said.partition(" ")
            day += timedelta(days=int(days))
            for step in self._steps(record, draft, name, day):
                standing = after(standing, step)
                self._write(record, step, standing, account)

    def _draft(self, group: MediatorGroup, grid_id: int, resident_id: int | None) -> CaseDraft:
        words = self.words
        one, other = self._party(resident_id), self._other()
        return CaseDraft(
            title=f"{one.name}与{other.name}{words['about']}纠纷",
            registered_on=self.fiction.today - timedelta(days=words["days"]),
            kind_code=words["kind"],
            event_code=words.get("event"),
            source=Source(words["source"]),
            source_unit=words.get("unit"),
            grid_id=grid_id,
            amount=words.get("amount"),
            summary=words["summary"],
            requests=tuple(words.get("requests", ())),
            group=group.name,
            parties=(one, other),
            mediators=(
                Mediator(name=group.members[0], presides=True),
                Mediator(name=group.members[1]),
            ),
        )

    def _party(self, resident_id: int | None) -> Party:
        from linli.domain.values.addresses import address_text
        from linli.storage import residents

        if resident_id is None:
            return Party(side=Side.APPLICANT, name=self.fiction.name(HAN, self.fiction.sex()))
        person = residents.get_resident(self.work.connection, resident_id)
        facts = person.facts
        return Party(
            side=Side.APPLICANT,
            name=facts.name,
            resident_id=resident_id,
            sex_code=facts.sex.value,
            ethnicity_code=facts.ethnicity_code,
            birth=facts.birth.as_date() if facts.birth else None,
            phone=facts.phones[0].number if facts.phones else None,
            address=address_text(person.address) or None,
        )

    def _other(self) -> Party:
        fiction = self.fiction
        sex = fiction.sex()
        name = fiction.name(HAN, sex)
        if company := self.words.get("company"):
            return Party(
                side=Side.RESPONDENT,
                name=company,
                is_organisation=True,
                representative=name,
                representative_post="经理",
                phone=fiction.mobile(),
            )
        return Party(side=Side.RESPONDENT, name=name, sex_code=sex.value, phone=fiction.mobile())

    def _steps(
        self, record: "CaseRecord", draft: CaseDraft, name: str, day: date
    ) -> Iterator[StepDraft]:
        """Keep what stands behind a step, and yield it."""
        from linli.storage import case_records, case_writing

        session = self.work.session
        if name in _PLAIN_STEPS:
            if name == "accept":
                number = case_writing.next_number(self.work.connection, day.year, self.mark)
                case_writing.give_number(record, number)
            yield replace(_PLAIN_STEPS[name], day=day)
        elif name in ("meet", "inquire"):
            case_records.save_meeting(
                session, record, _meeting(draft, day, is_inquiry=name == "inquire")
            )
            yield StepDraft(step=Step.INQUIRE if name == "inquire" else Step.MEET, day=day)
        elif name in ("written", "oral"):
            form = AgreementForm(name)
            case_records.save_agreement(session, record, self._agreement(draft, form, day))
            written = form is AgreementForm.WRITTEN
            yield StepDraft(step=Step.AGREE_WRITTEN if written else Step.AGREE_ORAL, day=day)
        elif name == "follow":
            visit = FollowUp(
                day=day,
                visitor=draft.mediators[1].name,
                performance="协议已经履行，没有新的矛盾。",
                satisfaction=Satisfaction.CONTENT,
            )
            case_records.add_visit(session, record, visit)
            yield StepDraft(step=Step.FOLLOW_UP, day=day)
        else:
            case_records.perform_all(session, record.id, day, only_first=name == "part")
            yield StepDraft(step=Step.PERFORM if name == "part" else Step.COMPLETE, day=day)

    def _agreement(self, draft: CaseDraft, form: AgreementForm, day: date) -> Agreement:
        terms = tuple(self.words["terms"])
        return Agreement(
            form=form,
            agreed_on=day,
            effective_on=day,
            facts=draft.summary,
            terms=terms,
            performance="当面履行",
            recorder=draft.mediators[1].name,
            duties=tuple(
                Duty(
                    who=draft.parties[1].name,
                    what=term.rstrip("。"),
                    due=day + timedelta(days=10 * place),
                )
                for place, term in enumerate(terms, 1)
            ),
        )

    def _write(
        self, record: "CaseRecord", step: StepDraft, standing: Standing, account: str
    ) -> None:
        from linli.storage import case_writing

        at = min(datetime.combine(step.day, time(10), self.at.tzinfo), self.at)
        case_writing.add_step(self.work.session, record, step, standing, account=account, at=at)


def _meeting(draft: CaseDraft, day: date, *, is_inquiry: bool) -> Meeting:
    names = tuple(party.representative or party.name for party in draft.parties)
    return Meeting(
        is_inquiry=is_inquiry,
        day=day,
        hours="10:00—11:30",
        place="社区调解室",
        subject=draft.parties[0].name if is_inquiry else draft.title,
        present=(draft.mediators[0].name,) if is_inquiry else names,
        recorder=draft.mediators[1].name,
        record=draft.summary if is_inquiry else _words()["mediation"],
        result="" if is_inquiry else _words()["result"],
    )
