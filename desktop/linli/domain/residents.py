"""Residents (居民), households (户), dwellings (住所) and rented dwellings (出租房屋).

Codes named `*_code` are keys of the tables in `resources/codes` (see `domain.codes`).
A value that is absent is None, never an empty string.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import IdentityDocument
from linli.domain.values.phones import Phone


class Sex(StrEnum):
    """GB/T 2261.1."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    UNSTATED = "9"


class ResidentStatus(StrEnum):
    """Whether the person lives here."""

    PRESENT = "present"
    MOVED_OUT = "moved_out"
    DECEASED = "deceased"


class ManagementClass(StrEnum):
    """The three tiers of the source (正常/临时/重点管理). A person decides; nothing computes it."""

    NORMAL = "normal"
    TEMPORARY = "temporary"
    KEY = "key"


class HouseholdKind(StrEnum):
    """户别 of the household register."""

    FAMILY = "family"
    COLLECTIVE = "collective"


@dataclass(frozen=True, kw_only=True, slots=True)
class FloatingStay:
    """What is recorded of a floating person (流动人口), after GB/T 31000 and GA/T 1223."""

    origin: str | None = None
    arrived: PartialDate | None = None
    reason_code: str | None = None
    housing_code: str | None = None
    permit_code: str | None = None
    permit_number: str | None = None
    permit_expires: date | None = None
    expected_leave: date | None = None
    landlord_name: str | None = None
    landlord_phone: str | None = None
    management: ManagementClass | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ResidentDraft:
    """All that a clerk or a workbook can say about a person.

    `household_id` is the household the person belongs to; `dwelling_id` only where the person
    lives elsewhere than the household or has none (floating people). `relation_code` is the
    relation to the head (GB/T 4761), `photo` the digest of a kept picture. `origin_village` is the
    village before it was made a community (撤村建居), `returned` whether the person has come back
    to live here since (返迁).
    """

    name: str
    former_name: str | None = None
    native_name: str | None = None
    sex: Sex = Sex.UNKNOWN
    birth: PartialDate | None = None
    ethnicity_code: str | None = None
    education_code: str | None = None
    politics_code: str | None = None
    marriage_code: str | None = None
    relation_code: str | None = None
    documents: tuple[IdentityDocument, ...] = ()
    phones: tuple[Phone, ...] = ()
    skills: tuple[str, ...] = ()
    care_tags: tuple[str, ...] = ()
    occupation: str | None = None
    employer: str | None = None
    registered_address: str | None = None
    origin_village: str | None = None
    returned: bool = False
    household_id: int | None = None
    dwelling_id: int | None = None
    floating: FloatingStay | None = None
    party: PartyMembership | None = None
    note: str | None = None
    photo: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Resident:
    """A saved person: the facts, where they live, and their standing."""

    id: int
    version: int
    facts: ResidentDraft
    status: ResidentStatus = ResidentStatus.PRESENT
    status_date: date | None = None
    status_note: str | None = None
    recycled: bool = False
    address: Address | None = None
    grid_id: int | None = None
    grid_label: str | None = None
    household_number: str | None = None
    is_head: bool = False


@dataclass(frozen=True, kw_only=True)
class ResidentRow:
    """A line of the residents table. Numbers are masked already; texts are ready to show."""

    id: int
    name: str
    sex: str
    age: int | None
    birth: str
    document: str
    phone: str
    ethnicity: str
    relation: str
    household_number: str
    address: str
    grid: str
    tags: str
    skills: str
    status: ResidentStatus
    floating: bool
    has_card: bool


class ResidentSort(StrEnum):
    """Columns by which the table can be sorted."""

    ADDRESS = "address"
    NAME = "name"
    BIRTH = "birth"
    GRID = "grid"
    HOUSEHOLD = "household"
    ENTERED = "entered"
    MATCH = "match"
    """The best match of a searched text first."""


class MissingFact(StrEnum):
    """A fact that a person's record should have, and does not."""

    PHONE = "phone"
    DOCUMENT = "document"
    BIRTH = "birth"
    ADDRESS = "address"
    GRID = "grid"
    HOUSEHOLD = "household"
    PHOTO = "photo"
    SEX = "sex"
    PARTY = "party"  # a party member of whom nothing else is recorded


@dataclass(frozen=True, kw_only=True)
class ResidentFilter:
    """Which people a list shows; every condition narrows. Empty: all who live here.

    Of several values of one condition, one is enough, except of tags and skills where
    `all_care_tags` and `all_skills` ask for all. What the conditions mean is told by
    `domain.resident_filters`, what they find by `storage.resident_conditions`. There is none by
    ethnicity: no list singles people out by it.

    Attributes:
        text: what is typed into the find box.
        age_from, age_to: completed years today.
        alone: whether nobody else of the household lives here.
        is_head: whether the head of a household.
        entered_since: registered on this day or later.
        grid_ids, without_grid: in one of these grids, or in none.
        buildings: estate and building; an estate without a building is all of it.
        management: of the stay of a floating person, or of the letting of the home.
        permit_within: the residence permit expires in so many days, or has expired.
        entitlements: kinds of benefits that are paid now.
        missing: lacks one of these.
        recycled: who is in the recycle bin, whatever their standing.
    """

    text: str = ""
    statuses: frozenset[ResidentStatus] = frozenset({ResidentStatus.PRESENT})
    sex: Sex | None = None
    age_from: int | None = None
    age_to: int | None = None
    alone: bool | None = None
    is_head: bool | None = None
    household_kind: HouseholdKind | None = None
    education_codes: tuple[str, ...] = ()
    marriage_codes: tuple[str, ...] = ()
    entered_since: date | None = None
    grid_ids: tuple[int, ...] = ()
    without_grid: bool = False
    buildings: tuple[Address, ...] = ()
    rented: bool | None = None
    floating: bool | None = None
    management: tuple[ManagementClass, ...] = ()
    permit_within: int | None = None
    origin_villages: tuple[str, ...] = ()
    returned: bool | None = None
    politics_codes: tuple[str, ...] = ()
    party_management: tuple[PartyManagement, ...] = ()
    party_belonging: PartyBelonging | None = None
    party_branches: tuple[str, ...] = ()
    entitlements: tuple[str, ...] = ()
    care_tags: tuple[str, ...] = ()
    all_care_tags: bool = False
    skills: tuple[str, ...] = ()
    all_skills: bool = False
    has_card: bool | None = None
    missing: tuple[MissingFact, ...] = ()
    recycled: bool = False


@dataclass(frozen=True, kw_only=True)
class FilterCount:
    """How many people a filter finds, and in how many households they are."""

    people: int
    households: int


@dataclass(frozen=True, kw_only=True)
class HouseholdDraft:
    """A household (户): its number in the community's books and where it lives."""

    number: str | None = None
    kind: HouseholdKind = HouseholdKind.FAMILY
    dwelling_id: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class HomeDraft:
    """Where a person lives, as a form says it beside the household of the draft.

    `address` is the new household's, else the person's own (they live elsewhere than their
    household, or have none); None: where the household lives.
    """

    address: Address | None = None
    new_household: HouseholdDraft | None = None


@dataclass(frozen=True, kw_only=True)
class HouseholdMember:
    """A person as the household shows it, in the register's order (head first)."""

    resident_id: int
    name: str
    sex: Sex
    birth: PartialDate | None
    relation_code: str | None
    status: ResidentStatus
    is_head: bool


@dataclass(frozen=True, kw_only=True)
class Household:
    """A saved household with its members in the register's order."""

    id: int
    version: int
    facts: HouseholdDraft
    address: Address | None
    grid_id: int | None
    grid_label: str | None
    members: tuple[HouseholdMember, ...]
    card_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Tenancy:
    """Who rents, and which room. `resident_id` where the tenant is in the residents table."""

    name: str
    resident_id: int | None = None
    document: IdentityDocument | None = None
    phone: str | None = None
    room: str | None = None
    since: PartialDate | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class RentalDraft:
    """A rented dwelling (出租房屋). `rooms` (间) and `occupants` (人) are counts as declared."""

    number: str | None = None
    landlord_name: str | None = None
    landlord_document: IdentityDocument | None = None
    landlord_phone: str | None = None
    rooms: int | None = None
    occupants: int | None = None
    management: ManagementClass | None = None
    review_date: date | None = None
    since: PartialDate | None = None
    note: str | None = None
    tenancies: tuple[Tenancy, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dwelling:
    """A place to live, in at most one grid, with its rental if it is let."""

    id: int
    version: int
    address: Address
    grid_id: int | None = None
    grid_label: str | None = None
    rental: RentalDraft | None = None
    note: str | None = None
    household_ids: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LedgerCounts:
    """The figures of the status bar and of `linli verify`."""

    residents: int = 0
    households: int = 0
    dwellings: int = 0
    grids: int = 0
    floating: int = 0
    rentals: int = 0
    rental_rooms: int = 0
    rental_occupants: int = 0
    cards: int = 0
    recycled: int = field(default=0)
