"""The register of residents (居民名册) as a workbook, which an import reads again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from linli.domain.codes import code_table
from linli.domain.labels import PARTY_BELONGING, PARTY_MANAGEMENT, SEX
from linli.domain.party import PartyMembership
from linli.domain.residents import FloatingStay, Resident
from linli.domain.sensitive import without_sensitive
from linli.domain.values.addresses import Address
from linli.domain.values.identity import document_kind_label
from linli.domain.values.masking import Masks
from linli.domain.values.phones import format_phone, parse_phones
from linli.errors import UserError
from linli.exchange.text_sheet import write_text_sheet
from linli.progress import Progress

_Text = Callable[[Resident], str | None]
_Masked = Callable[[Resident, Masks], str | None]

_BETWEEN = "、"
_REPORT_EVERY = 500


@dataclass(frozen=True, kw_only=True)
class _Column:
    """A column: its head, its width in characters, and what it says of a person.

    `masked` is what it says instead while numbers are masked, where that differs: of a person, with
    the digits that stay.
    """

    head: str
    width: int
    text: _Text
    masked: _Masked | None = None

    def says(self, masks: Masks | None) -> _Text:
        """Return what it says of a person, in full without masks."""
        hidden = self.masked
        if masks is None or hidden is None:
            return self.text
        return lambda person: hidden(person, masks)


def write_residents(
    path: Path,
    residents: Iterable[Resident],
    *,
    total: int,
    masks: Masks | None,
    progress: Progress,
) -> None:
    """Write the people as text cells, a line each, without holding all of them in memory.

    Numbers are masked unless `masks` is None; of a birth date only the year is left then, and
    sensitive tags are left out. The management class (管理类别) is on no register.

    Raises:
        OSError: if the file cannot be written.
        Cancelled: if the clerk stops it.
    """
    says = [column.says(masks) for column in _COLUMNS]

    def lines() -> Iterator[list[str | None]]:
        for number, resident in enumerate(residents):
            if number % _REPORT_EVERY == 0:
                progress.report(number, total, "写入名册")
            yield [say(resident) for say in says]

    columns = [(column.head, column.width) for column in _COLUMNS]
    write_text_sheet(path, "居民名册", columns, lines(), total=total)


def _address(part: str) -> _Text:
    return lambda person: getattr(person.address or Address(), part)


def _fact(name: str) -> _Text:
    return lambda person: getattr(person.facts, name)


def _code(table: str, name: str) -> _Text:
    return lambda person: code_table(table).label(getattr(person.facts, name))


def _words(name: str) -> _Text:
    return lambda person: _BETWEEN.join(getattr(person.facts, name))


def _plain_tags(person: Resident, _: Masks) -> str:
    return _BETWEEN.join(without_sensitive(person.facts.care_tags))


def _stay(text: Callable[[FloatingStay], str | None]) -> _Text:
    def of(person: Resident) -> str | None:
        return None if person.facts.floating is None else text(person.facts.floating)

    return of


def _party(text: Callable[[PartyMembership], str | None]) -> _Text:
    def of(person: Resident) -> str | None:
        return None if person.facts.party is None else text(person.facts.party)

    return of


def _household(person: Resident) -> str | None:
    """Return the number; 无 for who has no household, since a blank would mean: as above."""
    if person.facts.household_id is None:
        return "无"
    return person.household_number


def _birth(person: Resident) -> str | None:
    return None if person.facts.birth is None else person.facts.birth.iso()


def _birth_year(person: Resident, _: Masks) -> str | None:
    return None if person.facts.birth is None else str(person.facts.birth.year)


def _document_kind(person: Resident) -> str | None:
    documents = person.facts.documents
    return document_kind_label(documents[0].kind) if documents else None


def _document(person: Resident, masks: Masks | None = None) -> str | None:
    documents = person.facts.documents
    show = masks.show_document if masks else str
    return show(documents[0].number) if documents else None


def _other_documents(person: Resident, masks: Masks | None = None) -> str:
    show = masks.show_document if masks else str
    return _BETWEEN.join(
        document_kind_label(document.kind) + show(document.number)
        for document in person.facts.documents[1:]
    )


def _phones(person: Resident, masks: Masks | None = None) -> str:
    return _BETWEEN.join(
        masks.show_phone(phone.number) if masks else format_phone(phone)
        for phone in person.facts.phones
    )


def _permit_number(person: Resident, masks: Masks | None = None) -> str | None:
    stay = person.facts.floating
    number = stay.permit_number if stay else None
    return masks.show_document(number) if number and masks else number


def _landlord_phone(person: Resident, masks: Masks | None = None) -> str | None:
    stay = person.facts.floating
    text = stay.landlord_phone if stay else None
    if not text or masks is None:
        return text
    try:
        return _BETWEEN.join(masks.show_phone(phone.number) for phone in parse_phones(text))
    except UserError:
        return "***"


def _note(person: Resident, masks: Masks) -> str | None:
    return masks.show_numbers_in(person.facts.note) if person.facts.note else None


_COLUMNS = (
    _Column(head="户号", width=10, text=_household),
    _Column(head="网格", width=10, text=lambda person: person.grid_label),
    _Column(head="小区", width=14, text=_address("estate")),
    _Column(head="楼栋", width=8, text=_address("building")),
    _Column(head="单元", width=8, text=_address("unit")),
    _Column(head="房号", width=8, text=_address("room")),
    _Column(head="姓名", width=16, text=_fact("name")),
    _Column(head="曾用名", width=10, text=_fact("former_name")),
    _Column(head="与户主关系", width=10, text=_code("relation", "relation_code")),
    _Column(head="性别", width=6, text=lambda person: SEX[person.facts.sex]),
    _Column(head="民族", width=10, text=_code("ethnicity", "ethnicity_code")),
    _Column(head="证件类型", width=16, text=_document_kind),
    _Column(head="证件号码", width=22, text=_document, masked=_document),
    _Column(
        head="其他证件",
        width=22,
        text=_other_documents,
        masked=_other_documents,
    ),
    _Column(head="出生日期", width=12, text=_birth, masked=_birth_year),
    _Column(head="政治面貌", width=12, text=_code("politics", "politics_code")),
    _Column(head="文化程度", width=12, text=_code("education", "education_code")),
    _Column(head="婚姻状况", width=10, text=_code("marriage", "marriage_code")),
    _Column(head="联系电话", width=26, text=_phones, masked=_phones),
    _Column(head="特长技能", width=16, text=_words("skills")),
    _Column(head="关爱标签", width=16, text=_words("care_tags"), masked=_plain_tags),
    _Column(head="职业", width=12, text=_fact("occupation")),
    _Column(head="工作单位", width=20, text=_fact("employer")),
    _Column(head="户籍地址", width=28, text=_fact("registered_address")),
    _Column(head="原村", width=12, text=_fact("origin_village")),
    _Column(head="返迁", width=6, text=lambda person: "是" if person.facts.returned else None),
    _Column(head="党支部", width=16, text=_party(lambda party: party.branch)),
    _Column(head="入党日期", width=12, text=_party(lambda p: p.joined.iso() if p.joined else None)),
    _Column(
        head="三管方式",
        width=12,
        text=_party(lambda p: PARTY_MANAGEMENT[p.management] if p.management else None),
    ),
    _Column(
        head="组织关系",
        width=10,
        text=_party(lambda p: PARTY_BELONGING[p.belonging] if p.belonging else None),
    ),
    _Column(
        head="组织关系所在党组织", width=20, text=_party(lambda party: party.home_organisation)
    ),
    _Column(head="流动党员活动证号", width=18, text=_party(lambda party: party.certificate)),
    _Column(
        head="流动党员登记日期",
        width=16,
        text=_party(lambda p: p.registered.iso() if p.registered else None),
    ),
    _Column(
        head="困难党员", width=10, text=_party(lambda party: "是" if party.difficulty else None)
    ),
    _Column(head="党员认领岗位", width=16, text=_party(lambda party: party.post)),
    _Column(
        head="是否流动人口",
        width=12,
        text=lambda person: "否" if person.facts.floating is None else "是",
    ),
    _Column(head="来源地", width=24, text=_stay(lambda stay: stay.origin)),
    _Column(
        head="来本地时间", width=12, text=_stay(lambda s: s.arrived.iso() if s.arrived else None)
    ),
    _Column(
        head="流入原因",
        width=12,
        text=_stay(lambda stay: code_table("floating_reason").label(stay.reason_code)),
    ),
    _Column(
        head="住所类型",
        width=12,
        text=_stay(lambda stay: code_table("housing").label(stay.housing_code)),
    ),
    _Column(
        head="办证类型",
        width=10,
        text=_stay(lambda stay: code_table("permit").label(stay.permit_code)),
    ),
    _Column(
        head="居住证号",
        width=20,
        text=_permit_number,
        masked=_permit_number,
    ),
    _Column(
        head="居住证到期日期",
        width=14,
        text=_stay(lambda s: s.permit_expires.isoformat() if s.permit_expires else None),
    ),
    _Column(
        head="预计离开日期",
        width=14,
        text=_stay(lambda s: s.expected_leave.isoformat() if s.expected_leave else None),
    ),
    _Column(head="房主姓名", width=14, text=_stay(lambda stay: stay.landlord_name)),
    _Column(
        head="房主电话",
        width=22,
        text=_landlord_phone,
        masked=_landlord_phone,
    ),
    _Column(head="备注", width=30, text=_fact("note"), masked=_note),
)
