"""The sample community's hall: stations, staff, pairings and a board, all fictitious."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from linli.domain.boards import BoardEntry
from linli.domain.open_times import read_open_times
from linli.domain.pairings import Helper, PairingDraft
from linli.domain.party import PARTY_CODES
from linli.domain.residents import ResidentDraft, Sex
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.workers import FreeTime
from linli.errors import UserError
from linli.paths import resource
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN
from linli.services.sample_portraits import KINDS, portrait

if TYPE_CHECKING:
    from linli.storage.database import Writing

_IN_NEED = frozenset({"独居老人", "低保户", "残疾人"})
_MADE_BY = "示例"
_NOT_ON_PLATES = ("station", "employment")
_WITHOUT_PHOTO = 4  # of so many on the board one has no picture yet, as happens


@cache
def words() -> dict[str, Any]:
    """Return what the hall is made of."""
    found: dict[str, Any] = json.loads(resource("sample/hall.json").read_text(encoding="utf-8"))
    return found


def _open_times(hours: str) -> tuple[FreeTime, ...]:
    """Return opening hours, none where they hold only sometimes (放学后)."""
    with suppress(UserError):
        return read_open_times(hours)
    return ()


@dataclass(frozen=True)
class _PartyMember:
    resident_id: int
    household_id: int
    grid: int
    draft: ResidentDraft


@dataclass
class SampleHall:
    """Adds the hall when the people are there; `note_household` tells it who they are.

    Attributes:
        work: the transaction.
        fiction: makes up the staff.
        photos: the portraits kept so far, by sex and number.
    """

    work: "Writing"
    fiction: Fiction
    photos: dict[tuple[Sex, int], str]
    _members: list[_PartyMember] = field(default_factory=list)
    _in_need: list[int] = field(default_factory=list)
    _portraits: int = 0

    def note_household(
        self, household_id: int, grid: int, people: Sequence[tuple[int, ResidentDraft]]
    ) -> None:
        """Remember who of a household may help, and whether it needs help."""
        self._members += [
            _PartyMember(resident_id, household_id, grid, draft)
            for resident_id, draft in people
            if draft.politics_code in PARTY_CODES
        ]
        if any(_IN_NEED & set(draft.care_tags) for _, draft in people):
            self._in_need.append(household_id)

    def photo(self, sex: Sex) -> str:
        """Keep the next portrait and return its digest."""
        key = sex, self._portraits % KINDS
        self._portraits += 1
        if key not in self.photos:
            from linli.storage import photos

            content, media_type = photos.prepare(portrait(*key))
            self.photos[key] = photos.add_photo(self.work.connection, content, media_type)
        return self.photos[key]

    def add_staff(self) -> None:
        """Add the stations, and the staff unless the ledger has some already."""
        from linli.storage import staff, stations

        ids: dict[str, int] = {}
        for facts in words()["stations"]:
            found = stations.find_station(self.work.connection, facts["name"])
            ids[facts["name"]] = found or stations.add_station(
                self.work.session, StationDraft(**facts, open_times=_open_times(facts["hours"]))
            )
        if staff.list_staff(self.work.connection):
            return
        for number, facts in enumerate(words()["staff"], 1):
            sex = self.fiction.sex()
            draft = StaffDraft(
                **{key: value for key, value in facts.items() if key not in _NOT_ON_PLATES},
                name=self.fiction.name(HAN, sex),
                number=f"XH-{number:03d}",
                phone=self.fiction.mobile(),
                photo=self.photo(sex),
                station_id=ids[facts["station"]],
            )
            staff.add_staff(self.work.session, draft)

    def pairings(self, count: int) -> Iterator[PairingDraft]:
        """Yield pairings of up to `count` party members with a household in need each."""
        waiting = list(self._in_need)
        since = self.fiction.today.replace(month=1, day=1)
        for member in self._members[:count]:
            household_id = next((h for h in waiting if h != member.household_id), None)
            if household_id is None:
                return
            waiting.remove(household_id)
            helper = Helper(
                name=member.draft.name,
                post=words()["helper_post"],
                photo=self.photo(member.draft.sex),
                resident_id=member.resident_id,
            )
            yield PairingDraft(household_id=household_id, helper=helper, since=since)

    def add_notice(self) -> None:
        """Leave a notice that is begun, as a clerk finds it in the morning."""
        from linli.domain.notice_filling import title_of
        from linli.domain.notice_shipped import kind_of, load_notice_templates
        from linli.domain.notices import NoticeDraft
        from linli.storage import notice_facts, notices

        issuer = notice_facts.get_issuers(self.work.connection)[0].name
        facts = notice_facts.load_facts(
            self.work.connection,
            grid_id=None,
            station_id=None,
            issuer=issuer,
            today=self.fiction.today,
        )
        template = kind_of("meeting", load_notice_templates())
        values = {f.name: facts.get(f.default, "") or f.begin for f in template.fields}
        draft = NoticeDraft(template=template, issuer=issuer, values=values | words()["notice"])
        notices.add_notice(
            self.work.session,
            draft,
            title=title_of(draft, facts),
            day=self.fiction.today,
            account=_MADE_BY,
        )

    def add_landmarks(self) -> None:
        """Put a road and a river on the picture of the community."""
        from linli.domain.community_map import Box, LabelDraft, LabelKind
        from linli.storage import community_maps

        for each in words()["landmarks"]:
            label = LabelDraft(
                kind=LabelKind(each["kind"]), text=each["text"], box=Box(**each["box"])
            )
            community_maps.save_label(self.work.session, None, label)

    def add_board(self, grid: int, grid_id: int) -> None:
        """Put party members of one grid on its board, each with a post."""
        from linli.storage import boards

        here = [member for member in self._members if member.grid == grid]
        entries = [
            BoardEntry(
                name=member.draft.name,
                photo=None if number % _WITHOUT_PHOTO == 0 else self.photo(member.draft.sex),
                resident_id=member.resident_id,
                **post,
            )
            for number, (member, post) in enumerate(zip(here, words()["board"], strict=False), 1)
        ]
        boards.save_entries(self.work.session, grid_id, entries)
