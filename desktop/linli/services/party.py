"""Party members (党员): lists, sums that close, and their registers."""

from linli.domain.accounts import Right
from linli.domain.party_lists import (
    PartyList,
    PartyMember,
    PartySums,
    belonging_equation,
    floating_register,
    management_equation,
    member_register,
)
from linli.domain.registers import Register
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import party_members


class PartyService:
    """What the ledger says of its party members; they are changed in the resident's form."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def sums(self) -> PartySums:
        """Return how many members live here, counted by way, belonging and branch."""
        self._context.require(Right.READ, "查看党员名册")
        with self._context.db.reading() as connection:
            return party_members.sum_members(connection)

    def members(
        self, which: PartyList, branch: str | None = None, limit: int | None = None
    ) -> list[PartyMember]:
        """Return the people of a list; phones are full: show them masked.

        `branch` "" stands for those of no branch, None for everybody.
        """
        self._context.require(Right.READ, "查看党员名册")
        with self._context.db.reading() as connection:
            today = self._context.clock().date()
            return party_members.list_members(connection, which, today, branch=branch, limit=limit)

    def count(self, which: PartyList, branch: str | None = None) -> int:
        """Return how many people a list has."""
        self._context.require(Right.READ, "查看党员名册")
        with self._context.db.reading() as connection:
            return party_members.count_members(connection, which, branch)

    def register(
        self, which: PartyList, title: str, branch: str | None = None, *, revealed: bool = False
    ) -> Register:
        """Return a list to print; phones are masked unless `revealed`."""
        self._context.require(Right.READ, "查看党员名册")
        members = self.members(which, branch)
        if which is PartyList.FLOATING:
            made = floating_register(members, title=title)
            return for_office(self._context, made, revealed=revealed)
        subtitle = ""
        if which is PartyList.ALL and branch is None:
            sums = self.sums()
            subtitle = "；".join((management_equation(sums), belonging_equation(sums)))
        made = member_register(members, title=title, subtitle=subtitle)
        return for_office(self._context, made, revealed=revealed)
