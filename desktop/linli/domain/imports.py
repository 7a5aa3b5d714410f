"""Bringing in the ledgers (台账) that a community already keeps: the plan and the outcome.

The law of every import: rows read = added + joined + set aside. Nothing is lost, nothing guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NO_HEAD = -1
"""The row of the head of a table that has none."""


class LedgerShape(StrEnum):
    """What a row of the ledger is."""

    RESIDENTS = "residents"  # 居民台账: a person of a household
    FLOATING = "floating"  # 流动人口登记表: a person who came from elsewhere
    RENTALS = "rentals"  # 出租房屋台账: a let dwelling, or one of its tenants


class LedgerField(StrEnum):
    """What a column says. The resource `codes/ledger_columns.json` lists the heads of each."""

    SEQUENCE = "sequence"
    HOUSEHOLD_NUMBER = "household_number"
    GRID = "grid"
    ESTATE = "estate"
    BUILDING = "building"
    UNIT = "unit"
    ROOM = "room"
    ADDRESS = "address"
    NAME = "name"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    FORMER_NAME = "former_name"
    NATIVE_NAME = "native_name"
    RELATION = "relation"
    HEAD_NAME = "head_name"
    HEAD_DOCUMENT = "head_document"
    HEAD_PHONE = "head_phone"
    SPOUSE_NAME = "spouse_name"
    SPOUSE_DOCUMENT = "spouse_document"
    SPOUSE_PHONE = "spouse_phone"
    SPOUSE_BIRTH = "spouse_birth"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    DOCUMENT_KIND = "document_kind"
    DOCUMENT = "document"
    OTHER_DOCUMENTS = "other_documents"
    BIRTH = "birth"
    AGE = "age"
    POLITICS = "politics"
    EDUCATION = "education"
    MARRIAGE = "marriage"
    PHONE = "phone"
    SKILLS = "skills"
    CARE_TAGS = "care_tags"
    OCCUPATION = "occupation"
    EMPLOYER = "employer"
    REGISTERED_ADDRESS = "registered_address"
    ORIGIN_VILLAGE = "origin_village"
    RETURNED = "returned"
    PARTY_BRANCH = "party_branch"
    PARTY_JOINED = "party_joined"
    PARTY_MANAGEMENT = "party_management"
    PARTY_BELONGING = "party_belonging"
    PARTY_ORGANISATION = "party_organisation"
    PARTY_CERTIFICATE = "party_certificate"
    PARTY_REGISTERED = "party_registered"
    PARTY_DIFFICULTY = "party_difficulty"
    PARTY_POST = "party_post"
    IS_FLOATING = "is_floating"
    ORIGIN = "origin"
    ARRIVED = "arrived"
    REASON = "reason"
    HOUSING = "housing"
    PERMIT_KIND = "permit_kind"
    PERMIT_NUMBER = "permit_number"
    PERMIT_EXPIRES = "permit_expires"
    EXPECTED_LEAVE = "expected_leave"
    LANDLORD_NAME = "landlord_name"
    LANDLORD_DOCUMENT = "landlord_document"
    LANDLORD_PHONE = "landlord_phone"
    MANAGEMENT = "management"
    RENTAL_NUMBER = "rental_number"
    ROOMS = "rooms"
    OCCUPANTS = "occupants"
    TENANT_NAME = "tenant_name"
    TENANT_DOCUMENT = "tenant_document"
    TENANT_PHONE = "tenant_phone"
    TENANT_ROOM = "tenant_room"
    RENTED_SINCE = "rented_since"
    RENTED_UNTIL = "rented_until"
    REVIEW_DATE = "review_date"
    NOTE = "note"
    IGNORED = "ignored"  # of no use here: age, ticks, signatures


@dataclass(frozen=True, kw_only=True)
class ColumnPlan:
    """What is made of one column. `field` None: its values are put into the note (并入备注).

    `index` counts columns from 0; `confidence` (0 to 1) says how sure the guess is.
    """

    index: int
    head: str
    field: LedgerField | None = None
    confidence: float = 0.0
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SheetPlan:
    """What is made of one table of a sheet. Row numbers count from 0 as in the file.

    A table without a head begins right below `NO_HEAD`; its columns have stand-ins for heads.

    A sheet that holds no ledger has `included` False and says why in `skipped`. `grid` and
    `grid_leader` come from the sheet's name or title; a column of grids goes before them.
    """

    sheet: str
    head_first: int = 0
    head_last: int = 0
    last_row: int = 0
    shape: LedgerShape = LedgerShape.RESIDENTS
    columns: tuple[ColumnPlan, ...] = ()
    grid: str | None = None
    grid_leader: str | None = None
    fingerprint: str = ""
    remembered: bool = False
    included: bool = True
    skipped: str = ""


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """What is made of a workbook; the clerk edits it with `dataclasses.replace`."""

    file_name: str
    sheets: tuple[SheetPlan, ...]

    @property
    def included(self) -> tuple[SheetPlan, ...]:
        """The tables that will be read."""
        return tuple(sheet for sheet in self.sheets if sheet.included)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowRef:
    """Where a row stands. `number` counts from 1, as the spreadsheet shows it.

    `part` is whom of the row's two people it is about (配偶), "" for the first or only one.
    """

    sheet: str
    number: int
    part: str = ""


@dataclass(frozen=True, kw_only=True)
class PreviewRow:
    """A row as it would be entered; `problem` says why it would be set aside."""

    at: RowRef
    values: Mapping[LedgerField, str]
    problem: str = ""


class SetAsideReason(StrEnum):
    """Why a row is set aside; the values are stable keys of `linli import --json`.

    They contain those of `DocumentFault` except `empty`, which is no error here.
    """

    LENGTH = "length"
    CHECK_DIGIT = "check digit"
    SCIENTIFIC = "scientific"
    MONTH = "month"
    DAY = "day"
    YEAR = "year"
    FUTURE = "future"
    REGION = "region"
    CHARACTER = "character"
    KIND = "kind"
    NO_NAME = "no name"
    NAME = "name"
    NO_ADDRESS = "no address"
    CONFLICT = "conflict"
    MASKED = "masked"


SET_ASIDE_LABELS: Mapping[SetAsideReason, str] = {
    SetAsideReason.LENGTH: "证件号码位数不对",
    SetAsideReason.CHECK_DIGIT: "证件号码校验码不对",
    SetAsideReason.SCIENTIFIC: "证件号码被表格软件改成了科学计数",
    SetAsideReason.MONTH: "证件号码中的出生月份不对",
    SetAsideReason.DAY: "证件号码中的出生日不对",
    SetAsideReason.YEAR: "证件号码中的出生年份太早",
    SetAsideReason.FUTURE: "证件号码中的出生日期在今天之后",
    SetAsideReason.REGION: "证件号码的地区代码不对",
    SetAsideReason.CHARACTER: "证件号码中有不该有的字符",
    SetAsideReason.KIND: "证件号码与证件种类不符",
    SetAsideReason.NO_NAME: "没有姓名",
    SetAsideReason.NAME: "姓名不能登记",
    SetAsideReason.NO_ADDRESS: "房屋地址读不出来",
    SetAsideReason.CONFLICT: "同一证件号码下姓名不同",
    SetAsideReason.MASKED: "号码或姓名遮盖过，对不上台账里的人",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """A row that was not entered: the cell at fault (column from 0) and why, in Chinese."""

    at: RowRef
    column: int | None
    reason: SetAsideReason
    message: str
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RowWarning:
    """Something the clerk should look at in a row that was entered."""

    at: RowRef
    name: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SkippedLine:
    """A line that is no row: a title, a total, a note, a repeated head."""

    at: RowRef
    text: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The workbook says otherwise than the ledger. Ours stays unless the clerk decides else."""

    at: RowRef
    person: str
    field: str
    label: str
    ours: str
    theirs: str

    @property
    def key(self) -> str:
        """By this a decision names the difference; the same in dry run and run."""
        return f"{self.at.sheet}!{self.at.number}{self.at.part}:{self.field}"


class Choice(StrEnum):
    """What to do about a difference."""

    OURS = "ours"
    THEIRS = "theirs"


Decisions = Mapping[str, Choice]
"""Choices by `Difference.key`; ours where none is given."""


@dataclass(frozen=True, kw_only=True)
class ImportOutcome:
    """What an import did, or would do. rows = added + joined + set_aside.

    A row that names a couple counts as two.

    `households` and `rentals` count those named by the file, `new_…` those not known before;
    `rooms` and `occupants` are the figures that the file's let dwellings declare; `head_rows` the
    first and last row (from 0) of each sheet's head; `own_heads` what the clerk calls the columns
    (from 0) of a sheet that has no head; `unmasked` the joined rows with masked numbers.
    """

    file_name: str
    rows: int = 0
    added: int = 0
    joined: int = 0
    households: int = 0
    new_households: int = 0
    new_dwellings: int = 0
    rentals: int = 0
    new_rentals: int = 0
    rooms: int = 0
    occupants: int = 0
    problems: tuple[SetAside, ...] = ()
    differences: tuple[Difference, ...] = ()
    warnings: tuple[RowWarning, ...] = ()
    skipped: tuple[SkippedLine, ...] = ()
    skipped_sheets: Mapping[str, str] = field(default_factory=dict)
    head_rows: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    own_heads: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    unmasked: int = 0

    @property
    def set_aside(self) -> int:
        """How many rows were not entered."""
        return len(self.problems)

    @property
    def reasons(self) -> dict[str, int]:
        """How often each reason, by its stable key."""
        counts: dict[str, int] = {}
        for problem in self.problems:
            counts[problem.reason.value] = counts.get(problem.reason.value, 0) + 1
        return dict(sorted(counts.items()))
