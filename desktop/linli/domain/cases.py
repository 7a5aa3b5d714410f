"""Mediation cases (人民调解案件): parties, mediators, meetings, agreement, performance, follow-up.

What may follow what stands in `case_flow`; 人民调解法 (2010) is cited by article. Money is in
fen (分), days are dates, and no fee has a field: mediation is free of charge (art. 4).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from typing_extensions import override

from linli.domain.case_flow import Stage, Step

DISPUTE_TABLE = "dispute_kinds"
"""The kinds of the judicial administration's statistics (纠纷类型)."""
EVENT_TABLE = "dispute_events"
"""The two-level codes of GB/T 31000-2015 (矛盾纠纷事件类别)."""
DIRECT_COPIES = 1
"""Copies of an agreement that the committee keeps, beside one for each party (art. 29)."""


class Source(StrEnum):
    """How a case came (案件来源), art. 17 and 18."""

    APPLIED = "applied"
    ACTIVE = "active"
    REFERRED = "referred"
    SWEEP = "sweep"


SOURCE = {
    Source.APPLIED: "当事人申请",
    Source.ACTIVE: "主动调解",
    Source.REFERRED: "委托移送",
    Source.SWEEP: "排查发现",
}


class Scale(StrEnum):
    """How many a dispute concerns (事件规模), the codes of GB/T 31000-2015."""

    SINGLE = "01"
    GROUP = "02"
    GREAT = "03"


SCALE = {Scale.SINGLE: "个体性", Scale.GROUP: "一般群体性", Scale.GREAT: "重大群体性"}


class Side(StrEnum):
    """On which side a party stands."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    OTHER = "other"


SIDE = {Side.APPLICANT: "申请人", Side.RESPONDENT: "被申请人", Side.OTHER: "其他当事人"}


class Level(StrEnum):
    """Who has a case in hand: 网格, 社区, 街道, and the last centre (终级调处中心)."""

    GRID = "grid"
    COMMUNITY = "community"
    STREET = "street"
    FINAL = "final"


LEVEL = {
    Level.GRID: "网格",
    Level.COMMUNITY: "社区",
    Level.STREET: "街道",
    Level.FINAL: "终级调处中心",
}


class AgreementForm(StrEnum):
    """In writing (书面协议, art. 29) or by word (口头协议, art. 28 and 30)."""

    WRITTEN = "written"
    ORAL = "oral"


AGREEMENT_FORM = {AgreementForm.WRITTEN: "书面协议", AgreementForm.ORAL: "口头协议"}


class CourtRuling(StrEnum):
    """What a court said to an application for confirmation (司法确认), 民事诉讼法 art. 206."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"


COURT_RULING = {CourtRuling.CONFIRMED: "裁定有效", CourtRuling.REFUSED: "裁定驳回"}


class Satisfaction(StrEnum):
    """What a party says at a follow-up visit (满意程度)."""

    CONTENT = "content"
    FAIR = "fair"
    DISCONTENT = "discontent"


SATISFACTION = {
    Satisfaction.CONTENT: "满意",
    Satisfaction.FAIR: "基本满意",
    Satisfaction.DISCONTENT: "不满意",
}


class Risk(StrEnum):
    """What a dispute might have turned into (防止激化), as the statistics count it; art. 25."""

    CRIME = "crime"
    PETITION = "petition"
    SUICIDE = "suicide"
    BRAWL = "brawl"
    OTHER = "other"


RISK = {
    Risk.CRIME: "转化为刑事案件",
    Risk.PETITION: "群体性上访",
    Risk.SUICIDE: "自杀",
    Risk.BRAWL: "群体性械斗",
    Risk.OTHER: "其他激化风险",
}


@dataclass(frozen=True, kw_only=True)
class CaseNumber:
    """The number of a case, counted from 1 in each year and never given twice.

    `mark` is the committee's short name (代字): 〔2026〕西人调字第1号.
    """

    year: int
    sequence: int
    mark: str

    @override
    def __str__(self) -> str:
        return f"〔{self.year}〕{self.mark}人调字第{self.sequence}号"


@dataclass(frozen=True, kw_only=True)
class Agent:
    """Who acts for a party (委托代理人). `powers` says what for, `until` how long."""

    name: str
    id_number: str | None = None
    phone: str | None = None
    address: str | None = None
    relation: str | None = None
    powers: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Party:
    """A party (当事人): a person, or an organisation (法人、其他组织).

    What a document says of a party is kept here as it was entered, whatever becomes of the
    resident's record.

    Attributes:
        id: of a saved party; None of a new one.
        side: on which side.
        name: of the person or the organisation.
        is_organisation: whether it is no person.
        resident_id: the resident, if it is one.
        organisation_id: the organisation in the register, if it is one.
        sex_code, ethnicity_code: of a person, codes of the code tables.
        birth: of a person; documents state the age on their day.
        occupation: 职业或职务.
        id_number: identity number, or the organisation's 统一社会信用代码.
        phone, address: 联系方式, 单位或住址.
        representative: who represents the organisation (法定代表人或负责人).
        representative_post: that person's post.
        agent: who acts for the party.
    """

    id: int | None = None
    side: Side
    name: str
    is_organisation: bool = False
    resident_id: int | None = None
    organisation_id: int | None = None
    sex_code: str | None = None
    ethnicity_code: str | None = None
    birth: date | None = None
    occupation: str | None = None
    id_number: str | None = None
    phone: str | None = None
    address: str | None = None
    representative: str | None = None
    representative_post: str | None = None
    agent: Agent | None = None


@dataclass(frozen=True, kw_only=True)
class Mediator:
    """Who mediates (人民调解员), named by the committee or chosen by the parties (art. 19).

    `presides` marks the one who leads; exactly one does.
    """

    id: int | None = None
    name: str
    phone: str | None = None
    staff_id: int | None = None
    resident_id: int | None = None
    presides: bool = False
    chosen_by_parties: bool = False


@dataclass(frozen=True, kw_only=True)
class CaseDraft:
    """What is registered of a dispute.

    Attributes:
        title: such as 张三与李四房屋漏水纠纷.
        registered_on: the day it was registered.
        occurred_on: the day the dispute began, if known.
        place: where.
        grid_id: the grid it belongs to.
        kind_code: of `DISPUTE_TABLE`.
        event_code: of `EVENT_TABLE`.
        source: how it came.
        source_unit: who handed it over, of a referred case.
        amount: in dispute, fen; None if it is not about money.
        scale: how many it concerns.
        persons: how many people.
        summary: the facts in short (纠纷简要情况).
        requests: what the applicant asks for, one after the other (申请事项).
        group: the mediators' group (调解组), by its name.
        is_difficult: a difficult case (疑难复杂案件).
        first_level: who had it in hand when it was registered.
        parties: at least one of each side before it can be accepted.
        mediators: who handles it.
    """

    title: str
    registered_on: date
    occurred_on: date | None = None
    place: str | None = None
    grid_id: int | None = None
    kind_code: str
    event_code: str | None = None
    source: Source = Source.APPLIED
    source_unit: str | None = None
    amount: int | None = None
    scale: Scale = Scale.SINGLE
    persons: int = 2
    summary: str = ""
    requests: tuple[str, ...] = ()
    group: str | None = None
    is_difficult: bool = False
    first_level: Level = Level.COMMUNITY
    parties: tuple[Party, ...] = ()
    mediators: tuple[Mediator, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StepDraft:
    """A step to be taken; which of the fields it wants, `case_flow` says.

    Attributes:
        step: what is done.
        day: when it was done.
        reason: why; required for refusing, handing on, extending and reopening.
        level: to which level a case goes up or comes back.
        unit: to whom it goes: a street's office, police station, court.
        until: the new last day, of an extension.
        consented: the parties agreed to the extension.
        ruling: what the court said, of a ruling.
        risk: what it might turn into, of a risk reported to the police.
        persons: how many people were kept from it (防止激化, 人).
    """

    step: Step
    day: date
    reason: str = ""
    level: Level | None = None
    unit: str = ""
    until: date | None = None
    consented: bool = False
    ruling: CourtRuling | None = None
    risk: Risk | None = None
    persons: int | None = None


@dataclass(frozen=True, kw_only=True)
class TakenStep:
    """A step that was taken: by whom (account), when it was entered, where it led."""

    id: int
    facts: StepDraft
    by: str
    entered: datetime
    stage: Stage


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A mediation meeting or an inquiry (调解记录、调查记录).

    Attributes:
        is_inquiry: an inquiry (调查), not a meeting.
        day: when.
        hours: such as 9:30—11:00.
        place: where.
        subject: 事由, or who was asked (被调查人) at an inquiry.
        present: names of the parties present; at an inquiry those who asked.
        invited: others who took part with the parties' consent (参加人, art. 20).
        recorder: who wrote it down.
        record: what was said.
        result: what came of it.
    """

    id: int | None = None
    is_inquiry: bool = False
    day: date
    hours: str = ""
    place: str = ""
    subject: str = ""
    present: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    recorder: str = ""
    record: str = ""
    result: str = ""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What a party has to do under the agreement (履行事项). `amount` in fen."""

    id: int | None = None
    who: str
    what: str
    amount: int | None = None
    due: date | None = None
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """What the parties agreed on (调解协议), art. 28 to 30.

    Attributes:
        form: in writing or by word.
        agreed_on: the day.
        effective_on: from when it binds: the day all have signed, or of the oral agreement.
        facts: main facts, points at issue, whose responsibility (art. 29 (2)).
        terms: its content, item by item (art. 29 (3)).
        performance: how and by when it is performed.
        recorder: who wrote it down.
        duties: what is to be done by whom and when.
        applied_on, court: the joint application for confirmation.
        ruled_on, ruling: what became of it.
    """

    form: AgreementForm
    agreed_on: date
    effective_on: date
    facts: str = ""
    terms: tuple[str, ...] = ()
    performance: str = ""
    recorder: str = ""
    duties: tuple[Duty, ...] = ()
    applied_on: date | None = None
    court: str | None = None
    ruled_on: date | None = None
    ruling: CourtRuling | None = None


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """A visit after the agreement (回访, art. 31)."""

    id: int | None = None
    day: date
    visitor: str
    performance: str = ""
    satisfaction: Satisfaction | None = None
    note: str = ""
    next_due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """A saved case with all that belongs to it.

    Attributes:
        number: given when it is accepted; None before.
        stage: where it stands, as the steps led.
        since: the day it came to stand there.
        accepted_on: the day of its first acceptance; None if it never was accepted.
        level: who has it in hand.
        away_since: the day it was handed up out of the hall, while it is not back.
        unit: where it is while it is away.
        steps: in the order they were taken.
        meetings: meetings and inquiries by day.
        finding_id: the finding of a sweep it came from.
        grid: the grid's name on the day of registration.
    """

    id: int
    version: int
    facts: CaseDraft
    number: CaseNumber | None = None
    stage: Stage = Stage.REGISTERED
    since: date | None = None
    accepted_on: date | None = None
    level: Level = Level.COMMUNITY
    away_since: date | None = None
    unit: str = ""
    steps: tuple[TakenStep, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreement: Agreement | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    finding_id: int | None = None
    grid: str | None = None

    @property
    def copies(self) -> int:
        """How many copies an agreement is made in: one for each party and one kept (art. 29)."""
        return len(self.facts.parties) + DIRECT_COPIES

    def day_of(self, *steps: Step) -> date | None:
        """Return the day of the last step of these kinds, None if none was taken."""
        days = [taken.facts.day for taken in self.steps if taken.facts.step in steps]
        return days[-1] if days else None


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """A line of the table of cases.

    Attributes:
        parties: the names, applicants first.
        mediator: who presides.
        opened_on: the day of acceptance, before it of registration.
        since: since when it stands where it stands.
    """

    id: int
    number: str
    title: str
    parties: tuple[str, ...]
    kind_code: str
    stage: Stage
    level: Level
    grid: str | None
    mediator: str
    opened_on: date
    since: date
    away: bool = False
    has_risk: bool = False
    amount: int | None = None


@dataclass(frozen=True, kw_only=True)
class CaseFilter:
    """Which cases a list shows; what is None or empty does not narrow it.

    `words` are looked for in numbers, titles, names of parties, summaries and terms. `is_open`
    tells cases in hand from ended ones. Days are those of registration.
    """

    words: str = ""
    stages: frozenset[Stage] = frozenset()
    is_open: bool | None = None
    kind_code: str | None = None
    source: Source | None = None
    grid_id: int | None = None
    level: Level | None = None
    mediator: str | None = None
    group: str | None = None
    resident_id: int | None = None
    since: date | None = None
    until: date | None = None
    ids: frozenset[int] | None = None
