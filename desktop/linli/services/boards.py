"""The boards of grids (网格公示栏): who stands there with photo, claimed post and phone."""

from collections.abc import Iterable, Sequence

from linli.domain.accounts import Right
from linli.domain.boards import BoardEntry, MissingPhoto
from linli.domain.changes import Changes
from linli.domain.labels import GRID_ROLE
from linli.domain.pairing_rules import check_entries, clean_entry
from linli.errors import InvalidInput
from linli.services.context import Context
from linli.storage import boards, contacts, grid_facts, grids


class BoardService:
    """What a clerk does with boards. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def entries(self, grid_id: int) -> tuple[BoardEntry, ...]:
        """Return who stands on a grid's board, in order."""
        self._context.require(Right.READ, "查看公示栏")
        with self._context.db.reading() as connection:
            return boards.list_entries(connection, [grid_id]).get(grid_id, ())

    def save(self, grid_id: int, entries: Sequence[BoardEntry]) -> Changes:
        """Save a grid's board.

        Raises:
            InvalidInput: a name or number is wrong, or somebody stands there twice.
            NotFoundError: the grid is gone.
        """
        self._context.require(Right.EDIT, "修改公示栏")
        clean = [clean_entry(entry) for entry in entries]
        with self._context.writing("修改网格公示栏") as work:
            grids.get_record(work.session, grid_id)
            if problems := check_entries(clean):
                raise InvalidInput(problems)
            boards.save_entries(work.session, grid_id, clean)
        return work.changes

    def fill_from_party_members(self, grid_id: int) -> list[BoardEntry]:
        """Propose the party members who live in a grid and do not stand on its board yet.

        Nothing is saved: the clerk chooses whom to publish.
        """
        self._context.require(Right.EDIT, "修改公示栏")
        with self._context.db.reading() as connection:
            there = boards.list_entries(connection, [grid_id]).get(grid_id, ())
            listed = {entry.resident_id for entry in there}
            members = [i for i in boards.list_party_members(connection, grid_id) if i not in listed]
            known = contacts.load_contacts(connection, members)
        return [
            BoardEntry(
                name=known[i].name, phone=known[i].phone, photo=known[i].photo, resident_id=i
            )
            for i in members
        ]

    def missing_photos(self, grid_ids: Iterable[int]) -> list[MissingPhoto]:
        """Return who would stand on these boards without a picture, officers included."""
        self._context.require(Right.READ, "查看公示栏")
        wanted = list(grid_ids)
        with self._context.db.reading() as connection:
            facts = grid_facts.list_facts(connection, wanted, self._context.clock().date())
            entries = boards.list_entries(connection, wanted)
        missing = []
        for grid_id in wanted:
            if grid_id not in facts:
                continue
            name = facts[grid_id].name
            missing += [
                MissingPhoto(name=officer.name, where=f"{name} {GRID_ROLE[officer.role]}")
                for officer in facts[grid_id].officers
                if officer.photo is None
            ]
            missing += [
                MissingPhoto(name=entry.name, where=f"{name} 公示栏")
                for entry in entries.get(grid_id, ())
                if entry.photo is None
            ]
        return missing
