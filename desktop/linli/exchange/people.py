"""From a row of a residents' or floating people's ledger to a person."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from linli.domain.imported import ImportedPerson
from linli.domain.imports import (
    LedgerField,
    LedgerShape,
    RowRef,
    RowWarning,
    SetAside,
    SetAsideReason,
)
from linli.domain.labels import SEX
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import FloatingStay, ResidentDraft, Sex
from linli.domain.unmasking import masked_number
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import (
    DocumentError,
    DocumentFault,
    IdentityDocument,
    birth_of,
    document_kind_of,
    normalise_number,
    parse_document,
    sex_of,
)
from linli.domain.values.masking import is_masked
from linli.domain.values.names import check_name, is_masked_name, normalise_name, private_use
from linli.domain.values.phones import Phone, distinct_phones
from linli.domain.values.text import as_text
from linli.errors import UserError
from linli.exchange import cells, party_cells
from linli.exchange.cells import Leftovers
from linli.exchange.ledger_row import LedgerRow, Said, cell_text, is_texts
from linli.exchange.name_cells import NameCell, read_name

_F = LedgerField


_STAY_SIGNS = {
    _F.ORIGIN: "来源地",
    _F.ARRIVED: "来本地时间",
    _F.REASON: "流入原因",
    _F.PERMIT_KIND: "办证类型",
    _F.PERMIT_NUMBER: "居住证号",
    _F.PERMIT_EXPIRES: "证件到期日期",
    _F.EXPECTED_LEAVE: "预计离开日期",
}
"""Who has one of these is floating, unless the row says otherwise."""

_STAY_LABELS = {
    **_STAY_SIGNS,
    _F.HOUSING: "住所类型",
    _F.LANDLORD_NAME: "房主姓名",
    _F.LANDLORD_PHONE: "房主电话",
    _F.MANAGEMENT: "管理类别",
}


_OF_STAY = frozenset({*_STAY_LABELS, _F.IS_FLOATING})
_SEXES = {sex.value: sex for sex in Sex}
_ALIKE_KEPT = 20_000
_ALIKE = (
    *(_F.ETHNICITY, _F.EDUCATION, _F.POLITICS, _F.MARRIAGE),
    *(_F.SKILLS, _F.CARE_TAGS, _F.NOTE),
)


class Place(NamedTuple):
    """Where a row's person belongs: the household's index, the dwelling, the grid's name."""

    household: int | None
    address: Address | None
    grid: str | None


class Alike(NamedTuple):
    """What many rows say alike: codes, skills, tags, and a note without the tags it lists."""

    ethnicity: str | None
    education: str | None
    politics: str | None
    marriage: str | None
    skills: tuple[str, ...]
    tags: tuple[str, ...]
    note: str | None


class PeopleReader:
    """Reads the people of one table.

    Args:
        shape: residents or floating people.
        heads_only: each row is the head of a household (the name's column is 户主姓名).
        today: against which births are checked.
    """

    def __init__(self, shape: LedgerShape, today: date, *, heads_only: bool = False) -> None:
        self._shape = shape
        self._today = today
        self._default_relation = HEAD_CODE if heads_only else None
        self.warnings: list[RowWarning] = []
        self._alike: dict[Said, Alike] = {}

    def read(self, row: LedgerRow, at: RowRef, place: Place) -> ImportedPerson | SetAside:
        """Return the person of a row, or why the row is set aside."""
        left = Leftovers()
        name_cell = read_name(as_text(row.cell(_F.NAME)))
        name = name_cell.name
        document, problem = read_document(row, _F.DOCUMENT, at, name, self._today)
        masked = _masked_number(row, name, document)
        if problem is not None and not masked:
            return problem
        if not is_masked_name(name):
            refusal = refuse_name(name, at, row.columns.get(_F.NAME))
            if refusal is not None:
                return refusal
        draft = self._draft(row, name_cell, document, left, masked)
        if masked is None:
            left.warnings += map(let_go, left.masked)
        if not name.isprintable() and private_use(name):
            left.warnings.append("姓名里有旧系统的自造字，打印前请按证件补正。")
        if left.warnings:
            self.warnings += (
                RowWarning(at=at, name=name, message=message) for message in left.warnings
            )
        return ImportedPerson(
            at=at,
            draft=draft,
            household=place.household,
            address=place.address,
            grid=place.grid,
            name_column=row.columns.get(_F.NAME),
            document_column=row.columns.get(_F.DOCUMENT),
            masked=masked,
        )

    def _draft(
        self,
        row: LedgerRow,
        name: NameCell,
        document: IdentityDocument | None,
        left: Leftovers,
        masked: str | None,
    ) -> ResidentDraft:
        row = party_cells.part_management(row)
        remark = cells.number_and_remark(row.cell(_F.DOCUMENT))[1]
        if document is None and not masked:
            keep_missing_number(row, _F.DOCUMENT, left)
        elif remark is not None:
            left.keep("证件号码", remark)
        if name.remark is not None:
            left.notes.append(name.remark)
        relation = (
            cells.read_code("relation", "与户主关系", row.text(_F.RELATION), left)
            or name.relation
            or self._default_relation
        )
        if relation == cells.SELF_CODE:
            relation = HEAD_CODE
        phones = self._phones(row, name, relation, left)
        sex = self._sex(row, document, left)
        birth = self._birth(row, document, left)
        alike = self._said_alike(row, left)
        return ResidentDraft(
            name=name.name,
            former_name=normalise_name(row.text(_F.FORMER_NAME) or "") or name.former_name,
            native_name=row.text(_F.NATIVE_NAME),
            sex=sex,
            birth=birth,
            ethnicity_code=alike.ethnicity,
            education_code=alike.education,
            politics_code=alike.politics,
            marriage_code=alike.marriage,
            relation_code=relation,
            documents=(
                *([] if document is None else [document]),
                *self._other_documents(row, left),
            ),
            phones=phones,
            skills=alike.skills,
            care_tags=alike.tags,
            occupation=row.text(_F.OCCUPATION),
            employer=row.text(_F.EMPLOYER),
            registered_address=row.text(_F.REGISTERED_ADDRESS),
            origin_village=row.text(_F.ORIGIN_VILLAGE),
            returned=party_cells.read_returned(row, left),
            floating=self._stay(row, left),
            party=party_cells.read_party(row, left),
            note=_joined(alike.note, left, row),  # last: those before may leave something for it
        )

    def _said_alike(self, row: LedgerRow, left: Leftovers) -> Alike:
        """Return what the row says as many others do; each way of saying it is read once."""
        said = tuple(map(row.cells.get, _ALIKE))
        known = self._alike.get(said)
        if known is not None:
            return known
        noted = len(left.notes)
        tags, note = self._tags_and_note(row)
        alike = Alike(
            ethnicity=cells.read_code("ethnicity", "民族", row.text(_F.ETHNICITY), left),
            education=cells.read_code("education", "文化程度", row.text(_F.EDUCATION), left),
            politics=cells.read_code("politics", "政治面貌", row.text(_F.POLITICS), left),
            marriage=cells.read_code("marriage", "婚姻状况", row.text(_F.MARRIAGE), left),
            skills=cells.read_list(row.cells.get(_F.SKILLS, ())),
            tags=tags,
            note=note,
        )
        if len(left.notes) == noted and is_texts(said) and len(self._alike) < _ALIKE_KEPT:
            self._alike[said] = alike
        return alike

    @staticmethod
    def _phones(
        row: LedgerRow, name: NameCell, relation: str | None, left: Leftovers
    ) -> tuple[Phone, ...]:
        """Return the phones of a row; the head's own column is for the head alone."""
        said = row.cells.get(_F.PHONE, ())
        head = row.text(_F.HEAD_NAME)
        if relation == HEAD_CODE or (head is not None and normalise_name(head) == name.name):
            said = (*said, *row.cells.get(_F.HEAD_PHONE, ()))
        phones = cells.read_phones(said, left)
        return phones if name.phone is None else distinct_phones([*phones, name.phone])

    def _other_documents(self, row: LedgerRow, left: Leftovers) -> Iterator[IdentityDocument]:
        """Yield further documents, each with its kind before the number: 护照E12345678."""
        for text in cells.read_list(row.cells.get(_F.OTHER_DOCUMENTS, ())):
            try:
                yield parse_document(text, today=self._today)
            except DocumentError as error:
                if is_masked(text):
                    left.masked.append(text)
                elif error.reason is not DocumentFault.EMPTY:
                    left.keep("其他证件", text, f"其他证件「{text}」读不出来，")

    @staticmethod
    def _tags_and_note(row: LedgerRow) -> tuple[tuple[str, ...], str | None]:
        """Return the care tags, and the note without those it lists."""
        if _F.CARE_TAGS not in row.cells and _F.NOTE not in row.cells:
            return (), None
        words = cells.read_list(row.cells.get(_F.CARE_TAGS, ()))
        tags = [cells.care_tag_of(word) or word for word in words]
        notes = []
        for cell in filter(cell_text, row.cells.get(_F.NOTE, ())):
            found, rest = cells.split_note(" ".join(as_text(cell).split()))
            tags += found
            notes += [] if rest is None else [rest]
        return tuple(dict.fromkeys(tags)), "；".join(notes) or None

    @staticmethod
    def _sex(row: LedgerRow, document: IdentityDocument | None, left: Leftovers) -> Sex:
        text = row.text(_F.SEX)
        said = cells.read_sex(text)
        if text is not None and said is Sex.UNKNOWN and cells.code_of("sex", text) is None:
            left.keep("性别", text, f"性别「{text}」不认识，")
        code = None if document is None else sex_of(document)
        if code is None:
            return said
        sex = _SEXES[code]
        if said in (Sex.MALE, Sex.FEMALE) and said is not sex:
            left.warnings.append(
                f"性别栏是「{SEX[said]}」，证件号码是「{SEX[sex]}」，已按证件号码登记。"
            )
        return sex

    @staticmethod
    def _birth(
        row: LedgerRow, document: IdentityDocument | None, left: Leftovers
    ) -> PartialDate | None:
        by_number = None if document is None else birth_of(document)
        if row.text(_F.BIRTH) is None:
            return by_number
        said = cells.read_birth(row.cell(_F.BIRTH), by_number, left)
        if by_number is None or said is None:
            return by_number or said
        if not by_number.agrees_with(said):
            left.warnings.append(
                f"出生日期栏是「{said.display()}」，证件号码是「{by_number.display()}」，已按证件号码登记。"
            )
        return by_number

    def _stay(self, row: LedgerRow, left: Leftovers) -> FloatingStay | None:
        """Return what is recorded of a floating person, None for a settled one."""
        if not self._is_floating(row, left):
            return None
        return FloatingStay(
            origin=row.text(_F.ORIGIN) or row.text(_F.REGISTERED_ADDRESS),
            arrived=_partial(row, _F.ARRIVED, "来本地时间", left),
            reason_code=cells.read_code("floating_reason", "流入原因", row.text(_F.REASON), left),
            housing_code=cells.read_code("housing", "住所类型", row.text(_F.HOUSING), left),
            permit_code=self._permit(row, left),
            permit_number=cells.read_number(row.text(_F.PERMIT_NUMBER), left),
            permit_expires=_full(row, _F.PERMIT_EXPIRES, "证件到期日期", left),
            expected_leave=_full(row, _F.EXPECTED_LEAVE, "预计离开日期", left),
            landlord_name=row.text(_F.LANDLORD_NAME),
            landlord_phone=cells.read_number(row.text(_F.LANDLORD_PHONE), left),
            management=cells.read_management(row.text(_F.MANAGEMENT), left),
        )

    def _is_floating(self, row: LedgerRow, left: Leftovers) -> bool:
        if self._shape is LedgerShape.RESIDENTS and row.cells.keys().isdisjoint(_OF_STAY):
            return False  # as nearly always
        text = row.text(_F.IS_FLOATING)
        said = None if text is None else cells.read_is_floating(text)
        if text is not None and said is None:
            left.keep("人口类别", text)
        if self._shape is LedgerShape.FLOATING:
            return True
        if said is None:
            signs = _STAY_SIGNS.keys() & row.cells.keys()
            said = any(row.text(field) is not None for field in signs)
        if not said:
            self._keep_stay_texts(row, left)
        return said

    @staticmethod
    def _keep_stay_texts(row: LedgerRow, left: Leftovers) -> None:
        """Keep what a settled person's row says in the columns for floating people."""
        for field, label in _STAY_LABELS.items():
            text = row.text(field)
            if text is not None:
                left.keep(label, text)

    @staticmethod
    def _permit(row: LedgerRow, left: Leftovers) -> str | None:
        text = row.text(_F.PERMIT_KIND)
        if text is None:
            return None
        answer = cells.read_yes(text)
        if answer is None:
            return cells.read_code("permit", "办证类型", text, left)
        return cells.code_of("permit", "居住证") if answer else None


def _joined(note: str | None, left: Leftovers, row: LedgerRow) -> str | None:
    """Return the note with what the other columns left over."""
    if not left.notes and not row.extras:
        return note
    extras = (f"{head}：{text}" for head, text in row.extras)
    return "；".join([*([] if note is None else [note]), *left.notes, *extras])


def _partial(row: LedgerRow, field: LedgerField, label: str, left: Leftovers) -> PartialDate | None:
    if row.text(field) is None:
        return None
    return cells.read_partial_date(label, cells.period_of(row.cell(field))[0], left)


def _full(row: LedgerRow, field: LedgerField, label: str, left: Leftovers) -> date | None:
    if row.text(field) is None:
        return None
    return cells.read_full_date(label, cells.period_of(row.cell(field))[1], left)


def read_document(
    row: LedgerRow, field: LedgerField, at: RowRef, name: str, today: date
) -> tuple[IdentityDocument | None, SetAside | None]:
    """Return the document of a cell, or the reason to set the row aside; (None, None) if blank."""
    kind_text = row.text(_F.DOCUMENT_KIND) if field is _F.DOCUMENT else None
    kind = None if kind_text is None else document_kind_of(kind_text)
    cell = row.cell(field)
    if cell == "" or cells.is_without_number(cell):
        return None, None
    try:
        return parse_document(cells.number_and_remark(cell)[0], kind, today=today), None
    except DocumentError as error:
        if error.reason is DocumentFault.EMPTY:
            return None, None
        text = as_text(cell)
        if is_masked(text):
            return None, masked_number(text, at, row.columns.get(field), name)
        return None, SetAside(
            at=at,
            column=row.columns.get(field),
            reason=SetAsideReason(error.reason.value),
            message=error.message,
            name=name,
        )


def _masked_number(row: LedgerRow, name: str, document: IdentityDocument | None) -> str | None:
    """Return a masked number of a row, "" where only the name is masked, None where neither is."""
    if document is None:
        number = normalise_number(as_text(row.cell(_F.DOCUMENT)))
        if is_masked(number):
            return number
    return "" if is_masked_name(name) else None


def let_go(number: str) -> str:
    """Say that a masked number is not entered."""
    return f"号码「{number}」是遮盖过的，没有登记；台账里原有的号码不变。"


def keep_missing_number(row: LedgerRow, field: LedgerField, left: Leftovers) -> None:
    """Note what stands in the place of a number: 未办理, 待补."""
    text = row.text(field)
    if text is not None:
        left.keep("证件号码", text)


def refuse_name(name: str, at: RowRef, column: int | None) -> SetAside | None:
    """Return why a name cannot be entered, None if it can."""
    if not name:
        return SetAside(
            at=at,
            column=column,
            reason=SetAsideReason.NO_NAME,
            message="这一行没有姓名，请补上姓名后重新导入。",
        )
    try:
        check_name(name)
    except UserError as error:
        return SetAside(
            at=at, column=column, reason=SetAsideReason.NAME, message=error.message, name=name
        )
    return None
