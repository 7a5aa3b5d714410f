"""Who of a workbook is already in the ledger.

A person is known by a document; without one by the name, the birth date and a place, household or
phone in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from linli.domain.imported import ImportBatch, ImportedHousehold, ImportedPerson, is_home
from linli.domain.imports import Difference, RowWarning, SetAside, SetAsideReason
from linli.domain.residents import Dwelling, RentalDraft, Resident, ResidentDraft, Sex
from linli.domain.values.addresses import Address, address_key, address_text
from linli.domain.values.identity import DocumentKind, IdentityDocument, check_character
from linli.domain.values.names import private_use

DocumentKey = tuple[DocumentKind, str]


def document_key(document: IdentityDocument) -> DocumentKey:
    """Return the key by which documents are the same: a 15-digit number is that of 18 digits."""
    if document.kind is DocumentKind.LEGACY_15:
        longer = f"{document.number[:6]}19{document.number[6:]}"
        return DocumentKind.RESIDENT_ID, longer + check_character(longer)
    return document.kind, document.number


_IN_FILE = "household"
_WEAK = "name only"
"""Begins the tie of people of whom no number, phone or home is known, a building at most."""


@dataclass(frozen=True, kw_only=True)
class KnownHousehold:
    """A household of the ledger that may be in the workbook."""

    id: int
    number: str | None
    address: Address | None


@dataclass(frozen=True, kw_only=True)
class KnownDwelling:
    """A dwelling of the ledger and the name of its grid."""

    id: int
    grid: str | None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the ledger knows about what a workbook names; dwellings by `address_key`."""

    people: tuple[Resident, ...] = ()
    households: tuple[KnownHousehold, ...] = ()
    rentals: tuple[Dwelling, ...] = ()
    dwellings: Mapping[str, KnownDwelling] = field(default_factory=dict)


@dataclass(kw_only=True, eq=False, slots=True)
class JoinedPerson:
    """A person of the result: new where `known` is None.

    `household` is an index of the result's households where the person joins one; `address`, a
    dwelling to live in, likewise. `is_met`: a row names the person. `kinds` are those of all
    documents that the ledger and the rows so far name.
    """

    facts: ResidentDraft
    known: Resident | None = None
    household: int | None = None
    address: Address | None = None
    grid: str | None = None
    is_met: bool = False
    is_reported: bool = False
    kinds: frozenset[DocumentKind] = frozenset()

    @property
    def is_changed(self) -> bool:
        """Whether something has to be written."""
        return (
            self.known is None
            or self.known.recycled
            or self.facts != self.known.facts
            or self.household is not None
            or self.address is not None
        )


@dataclass(kw_only=True, eq=False, slots=True)
class JoinedHousehold:
    """A household of the result: new where `known` is None. Blank parts are filled, not changed."""

    said: ImportedHousehold
    number: str | None
    known: KnownHousehold | None = None
    fills_number: bool = False
    takes_address: bool = False
    has_members: bool = False

    @property
    def is_wanted(self) -> bool:
        """Whether it comes into being: somebody belongs to it, or it has a number at least."""
        return self.known is not None or self.has_members or self.number is not None

    @property
    def address(self) -> Address | None:
        """Where it lives after the import."""
        if self.known is None or self.takes_address:
            return self.said.address
        return self.known.address

    @property
    def label(self) -> str:
        """How a difference names it."""
        return self.number or address_text(self.address) or "未编号的户"


@dataclass(kw_only=True, eq=False, slots=True)
class JoinedRental:
    """A let house of the result: new where `known` is None."""

    address: Address
    grid: str | None
    facts: RentalDraft
    known: Dwelling | None = None
    is_met: bool = False


@dataclass(kw_only=True)
class Joined:
    """What an import comes to."""

    people: list[JoinedPerson] = field(default_factory=list)
    households: list[JoinedHousehold] = field(default_factory=list)
    rentals: list[JoinedRental] = field(default_factory=list)
    added: int = 0
    joined: int = 0
    problems: list[SetAside] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)

    def places(self) -> Iterator[tuple[Address, str | None]]:
        """Yield every address that somebody or something is to be put at, with its grid's name."""
        for household in self.households:
            placed = household.known is None or household.takes_address
            if household.is_wanted and placed and household.said.address is not None:
                yield household.said.address, household.said.grid
        for person in self.people:
            if person.address is not None:
                yield person.address, person.grid
        for rental in self.rentals:
            yield rental.address, rental.grid


_Source = ImportedPerson | Resident
"""What says something of a person: a row, or the ledger."""

_ByNumber = defaultdict[DocumentKind, dict[str, JoinedPerson]]


class _Namesakes:
    """The people of one name that occurs again. Their ties are worked out when it does.

    Attributes:
        waiting: people whose ties are not worked out yet, and what says them.
        by_tie: the others, by what tells people of one name apart.
    """

    __slots__ = ("by_tie", "waiting")

    def __init__(self) -> None:
        self.waiting: list[tuple[JoinedPerson, _Source]] = []
        self.by_tie: dict[str, set[JoinedPerson]] = {}


@cache
def _shared(kinds: frozenset[DocumentKind]) -> frozenset[DocumentKind]:
    """Return the one set of these kinds, so that a hundred thousand people share it."""
    return kinds


class PeopleMatcher:
    """Finds each row's person among those of the ledger and of the rows before."""

    def __init__(self, batch: ImportBatch, known: Known, result: Joined) -> None:
        self._batch = batch
        self._result = result
        self._by_document: _ByNumber = defaultdict(dict)
        self._by_old_number: _ByNumber = defaultdict(dict)  # of 15 digits
        known_names = (person.facts.name for person in known.people)
        names = chain(known_names, (said.draft.name for said in batch.people))
        self._repeated = _repeated(names)
        self._named: dict[str, _Namesakes] = {}
        self._kin: dict[int, set[int]] = {}
        for person in known.people:
            self._take(JoinedPerson(facts=person.facts, known=person), person.facts, person)
        for said in batch.people if known.people else ():
            self._note_kin(said)

    def match(self) -> list[JoinedPerson | None]:
        """Return the person of each row; None of a row in conflict with one, which is set aside."""
        matched: list[JoinedPerson | None] = []
        for said in self._batch.people:
            person = self._by_number(said.draft)
            if person is not None and not _same_name(person.facts.name, said.draft.name):
                self._result.problems.append(_conflict(said))
                matched.append(None)
                continue
            person = person or self._by_ties(said)
            if person is None:
                person = JoinedPerson(facts=said.draft)
                self._result.added += 1
            else:
                self._result.joined += 1
            if not person.is_met:
                person.is_met = True
                self._result.people.append(person)
            self._take(person, said.draft, said)
            matched.append(person)
        return matched

    def _note_kin(self, said: ImportedPerson) -> None:
        """Remember where those live whom a household's row names by their number."""
        person = None if said.household is None else self._by_number(said.draft)
        if said.household is not None and person is not None and person.known is not None:
            home = person.known.facts.household_id
            if home is not None:
                self._kin.setdefault(said.household, set()).add(home)

    def _take(self, person: JoinedPerson, facts: ResidentDraft, source: _Source) -> None:
        """Make a person found by what the ledger or a row says of them."""
        keys = [document_key(document) for document in facts.documents]
        for document, (kind, number) in zip(facts.documents, keys, strict=True):
            self._of_length(document)[0][kind].setdefault(number, person)
        person.kinds = _shared(person.kinds.union([kind for kind, _ in keys]))
        if facts.name in self._repeated:
            namesakes = self._named.get(facts.name)
            if namesakes is None:
                namesakes = self._named[facts.name] = _Namesakes()
            namesakes.waiting.append((person, source))

    def _ties_of(self, said: _Source) -> set[str]:
        if isinstance(said, Resident):
            ties = _ties(said.facts, said.household_number, said.address)
            home = said.facts.household_id
            return ties if home is None else ties | {f"kin {home}"}
        if said.household is None:
            return _ties(said.draft, None, said.address)
        household = self._batch.households[said.household]
        ties = _ties(said.draft, household.number, said.address or household.address)
        ties |= {f"kin {household_id}" for household_id in self._kin.get(said.household, ())}
        return ties | {f"{_IN_FILE} {said.household}"}

    def _by_number(self, draft: ResidentDraft) -> JoinedPerson | None:
        for document in draft.documents:
            kind, number = document_key(document)
            for people in self._of_length(document):
                if number in people[kind]:
                    return people[kind][number]
        return None

    def _of_length(self, document: IdentityDocument) -> tuple[_ByNumber, _ByNumber]:
        """Return where to look: who has the number in the same length comes first.

        One person may be in the ledger twice, with 15 digits and with 18.
        """
        if document.kind is DocumentKind.LEGACY_15:
            return self._by_old_number, self._by_document
        return self._by_document, self._by_old_number

    def _by_ties(self, said: ImportedPerson) -> JoinedPerson | None:
        """Return the one person of that name who has something in common and nothing against.

        Where hardly more than names are known, the rows of a file mean one each of those people.
        """
        draft = said.draft
        if draft.name not in self._named:
            return None  # as most people of a new ledger
        ties = self._ties_of(said)
        sure = {tie for tie in ties if not tie.startswith(_WEAK)}
        found = self._tied_by(draft, sure)
        if found or any(not tie.startswith(_IN_FILE) for tie in sure):
            return found.pop() if len(found) == 1 else None
        free = self._tied_by(draft, ties - sure)
        known = {person.known.id: person for person in free if person.known and not person.is_met}
        return known[min(known)] if known else None

    def _tied_by(self, draft: ResidentDraft, ties: set[str]) -> set[JoinedPerson]:
        tied = self._namesakes(draft.name)
        return {
            person for tie in ties for person in tied.get(tie, ()) if self._may_be(person, draft)
        }

    def _namesakes(self, name: str) -> Mapping[str, set[JoinedPerson]]:
        """Return the people of a name by what they have in common with others."""
        namesakes = self._named[name]
        for person, source in namesakes.waiting:
            for tie in self._ties_of(source):
                namesakes.by_tie.setdefault(tie, set()).add(person)
        namesakes.waiting.clear()
        return namesakes.by_tie

    def _may_be(self, person: JoinedPerson, draft: ResidentDraft) -> bool:
        kinds = {document_key(document)[0] for document in draft.documents}
        if not person.kinds.isdisjoint(kinds):
            return False
        ours, theirs = person.facts, draft
        if ours.birth and theirs.birth and not ours.birth.agrees_with(theirs.birth):
            return False
        sexes = {ours.sex, theirs.sex} & {Sex.MALE, Sex.FEMALE}
        return len(sexes) < 2


def _repeated(names: Iterable[str]) -> set[str]:
    """Return the names that occur more than once; most people of a new ledger have others."""
    once: set[str] = set()
    repeated: set[str] = set()
    for name in names:
        (repeated if name in once else once).add(name)
    return repeated


def _ties(facts: ResidentDraft, household: str | None, home: Address | None) -> set[str]:
    """Return what tells people of one name apart: household, home, phones."""
    ties = {f"phone {phone.number}" for phone in facts.phones}
    if household is not None:
        ties.add(f"number {household}")
    if is_home(home) and home is not None:
        ties.add(f"home {address_key(home)}")
    if not ties:
        if home is None and facts.birth is not None:
            ties.add(f"born {facts.birth.iso()}")
        elif not facts.documents:
            ties.add(f"{_WEAK} {address_key(home) if home else ''}")
    return ties


def _same_name(ours: str, theirs: str) -> bool:
    """Whether two names are one, where an old system could not write a character."""
    if ours == theirs:
        return True
    if not (private_use(ours) or private_use(theirs)) or len(ours) != len(theirs):
        return False
    return all(a == b or private_use(a + b) for a, b in zip(ours, theirs, strict=True))


def _conflict(said: ImportedPerson) -> SetAside:
    return SetAside(
        at=said.at,
        column=said.name_column,
        reason=SetAsideReason.CONFLICT,
        message=f"「{said.draft.name}」的证件号码已登记在另一个姓名下，请按证件核对姓名和号码。",
        name=said.draft.name,
    )
