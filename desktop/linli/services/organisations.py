"""Organisations (辖区单位、社会组织): who they are, and who leads them since when."""

from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.organisation_lists import organisation_register
from linli.domain.organisation_rules import (
    check_organisation,
    clean_leader,
    clean_organisation,
    leader_problems,
)
from linli.domain.organisations import (
    Leader,
    Organisation,
    OrganisationDraft,
    OrganisationFilter,
)
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import organisations

if TYPE_CHECKING:
    from linli.storage.database import Writing


class OrganisationService:
    """What a clerk does with organisations. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: OrganisationFilter | None = None) -> list[Organisation]:
        """Return organisations in pinyin order, all by default."""
        self._context.require(Right.READ, "查看辖区单位")
        with self._context.db.reading() as connection:
            return organisations.list_organisations(connection, wanted or OrganisationFilter())

    def get(self, organisation_id: int) -> Organisation:
        """Return an organisation.

        Raises:
            NotFoundError: if there is no such organisation.
        """
        self._context.require(Right.READ, "查看辖区单位")
        with self._context.db.reading() as connection:
            return organisations.get_organisation(connection, organisation_id)

    def register(self, wanted: OrganisationFilter, title: str, *, revealed: bool) -> Register:
        """Return the list to print, kind by kind; leaders' phones are masked unless `revealed`."""
        self._context.require(Right.READ, "查看辖区单位")
        items = self.list_all(wanted)
        made = organisation_register(items, self._today(), title=title)
        return for_office(self._context, made, revealed=revealed)

    def reveal(self, organisation_id: int, reason: str) -> None:
        """Record in the audit trail that the leaders' phones are shown in full, and why.

        Raises:
            NotFoundError: if there is no such organisation.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(organisation_id)
        self._context.revealed(f"organisation/{organisation_id}", reason)

    def checked_leader(self, leader: Leader) -> Leader:
        """Return a leader in normal form, before the organisation is saved.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.EDIT, "修改辖区单位")
        clean = clean_leader(leader)
        problems = list(leader_problems(clean, self._today()))
        if problems:
            raise InvalidInput(problems)
        return clean

    def add(self, draft: OrganisationDraft) -> tuple[int, Changes]:
        """Add an organisation.

        Raises:
            InvalidInput: a rule is broken, or the name or code is another's.
        """
        self._context.require(Right.EDIT, "修改辖区单位")
        clean = clean_organisation(draft)
        with self._context.writing(f"添加单位 {clean.name}") as work:
            self._check(work, clean, None)
            organisation_id = organisations.add_organisation(work.session, clean)
        return organisation_id, work.changes

    def update(self, organisation_id: int, draft: OrganisationDraft, *, version: int) -> Changes:
        """Save a changed organisation.

        Raises:
            InvalidInput: a rule is broken, or the name or code is another's.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改辖区单位")
        clean = clean_organisation(draft)
        with self._context.writing(f"修改单位 {clean.name}") as work:
            record = organisations.get_record(work.session, organisation_id, version)
            self._check(work, clean, organisation_id)
            organisations.update_organisation(work.session, record, clean)
        return work.changes

    def remove(self, organisation_id: int) -> Changes:
        """Remove an organisation.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除辖区单位")
        name = self.get(organisation_id).facts.name
        with self._context.writing(f"删除单位 {name}") as work:
            work.session.delete(organisations.get_record(work.session, organisation_id))
        return work.changes

    def _check(self, work: "Writing", draft: OrganisationDraft, own_id: int | None) -> None:
        problems = check_organisation(draft, self._today())
        for other in organisations.find_same(work.connection, draft):
            if other.id == own_id:
                continue
            if other.facts.name == draft.name:
                message = f"「{draft.name}」已经登记过，请打开原来那一条修改。"
                problems.append(FieldProblem(field="name", message=message))
            else:
                code, name = draft.credit_code, other.facts.name
                message = f"统一社会信用代码「{code}」已登记给「{name}」，请核对。"
                problems.append(FieldProblem(field="credit_code", message=message))
        if problems:
            raise InvalidInput(problems)

    def _today(self) -> date:
        return self._context.clock().date()
