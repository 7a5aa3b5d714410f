"""The registration form of volunteers (志愿者登记表): blank, or filled from what is registered.

Facts after 民政部令第67号 (2020), 个人基本信息: name, sex, birth, document, phone, skills, times.
Who is under eighteen signs with a guardian (志愿服务条例, 2017).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domain.codes import code_table, suggestions
from linli.domain.register_texts import spoken
from linli.domain.worker_texts import free_times_text
from linli.domain.workers import (
    SERVICE_ITEM_TABLE,
    VOLUNTEER_SOURCE_TABLE,
    VolunteerFacts,
    Worker,
    WorkerDraft,
)

TITLE = "志愿者登记表"
_DOCUMENTS = "document_kind"
_CODES = "、"
_SEXES = {"1": "男", "2": "女"}


@dataclass(frozen=True, kw_only=True)
class FormRow:
    """A line of a form.

    Attributes:
        cells: names of facts, and what stands beside each.
        shares: how the width is parted; evenly unless said otherwise.
        lines: how many lines of text it is high.
    """

    cells: tuple[tuple[str, str], ...]
    shares: tuple[float, ...] = ()
    lines: int = 1


@dataclass(frozen=True, kw_only=True)
class VolunteerForm:
    """A form on one page of A4.

    Attributes:
        title: what it is.
        issuer: the community.
        number: of the volunteer; "" to be written by hand.
        rows: facts.
        items: what can be chosen, and whether it is.
        consent: what is signed, a paragraph each.
        signs: lines to sign on, row by row.
        printed: who printed it when.
    """

    title: str
    issuer: str
    number: str
    rows: tuple[FormRow, ...]
    items: tuple[tuple[str, bool], ...]
    consent: tuple[str, ...]
    signs: tuple[tuple[str, ...], ...]
    printed: str = ""

    def texts(self) -> tuple[str, ...]:
        """Return every text of it."""
        own = (self.title, self.issuer, self.number, self.printed, *self.consent)
        cells = (text for row in self.rows for cell in row.cells for text in cell)
        items = (name for name, _ in self.items)
        return (*own, *cells, *items, *(text for row in self.signs for text in row))


@dataclass(frozen=True, kw_only=True)
class HomeFacts:
    """What the ledger has of a volunteer who is a resident."""

    birth: str = ""
    address: str = ""


def volunteer_form(
    worker: Worker | None,
    home: HomeFacts,
    *,
    issuer: str,
    printed: str,
) -> VolunteerForm:
    """Return the form of a volunteer, or a blank one.

    Args:
        worker: whose, with numbers as they may leave; None for a blank one.
        home: what else the ledger has.
        issuer: the community.
        printed: who prints it and when.
    """
    facts = worker.facts if worker else WorkerDraft(name="")
    volunteer = facts.volunteer or VolunteerFacts()
    since = spoken(volunteer.registered_on) if volunteer.registered_on else ""
    kind = volunteer.document_kind
    document = code_table(_DOCUMENTS).label(kind) if kind else ""
    rows = (
        FormRow(
            cells=(
                ("姓名", facts.name),
                ("性别", _SEXES.get(facts.sex_code or "", "")),
                ("出生日期", home.birth),
            ),
            shares=(0.43, 0.22, 0.35),
        ),
        FormRow(
            cells=(
                ("来源", code_table(VOLUNTEER_SOURCE_TABLE).label(volunteer.source_code)),
                ("证件类型", document),
                ("注册日期", since),
            ),
            shares=(0.3, 0.33, 0.37),
        ),
        FormRow(
            cells=(("证件号码", volunteer.document_number or ""), ("联系电话", facts.phone or ""))
        ),
        FormRow(cells=(("住址", home.address),)),
        FormRow(
            cells=(("志愿服务队", (worker.team if worker else None) or ""), ("紧急联系人", ""))
        ),
        FormRow(cells=(("技能和证书", _abilities(facts)),), lines=2),
        FormRow(cells=(("能来的时间", free_times_text(facts.free_times)),), lines=2),
    )
    return VolunteerForm(
        title=TITLE,
        issuer=issuer,
        number=volunteer.number or "",
        rows=rows,
        items=_items(volunteer.items),
        consent=_consent(issuer),
        signs=(("本人签名", "日期"), ("监护人签名", "经办人")),
        printed=printed,
    )


def _items(chosen: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Return what can be chosen, then what else the volunteer chose, then room for more."""
    usual = suggestions(SERVICE_ITEM_TABLE)
    own = [each for each in chosen if each not in usual]
    return (
        *((each, each in chosen) for each in usual),
        *((each, True) for each in own),
        ("其他：", False),
    )


def _consent(issuer: str) -> tuple[str, ...]:
    own = (
        "本人自愿注册为志愿者，按自己的时间和能力参加上面选的服务项目，遵守志愿服务的规定，"
        "不借志愿服务收取报酬。"
    )
    data = (
        f"本人同意{issuer}为安排志愿服务、记录服务时间、出具志愿服务记录证明使用表上的信息，"
        "不用在别处，不给别人；本人可以随时查阅、更正，也可以要求删除、不再参加。"
    )
    return own, data, "未满十八周岁的，由监护人同意并签名。"


def _abilities(facts: WorkerDraft) -> str:
    papers = (each.name for each in facts.qualifications)
    return _CODES.join(dict.fromkeys((*facts.skills, *papers)))
