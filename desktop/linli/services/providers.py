"""Providers near by (便民网点) with their prices, and vouchers (代金券)."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.dispatch_lists import provider_register, voucher_register
from linli.domain.dispatch_rules import (
    check_provider,
    check_used,
    check_voucher,
    clean_provider,
    clean_voucher,
)
from linli.domain.providers import (
    Provider,
    ProviderDraft,
    Voucher,
    VoucherDraft,
    VoucherSums,
    voucher_sums,
)
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import providers, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing


class ProviderService:
    """What a clerk does with providers and vouchers; each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, *, serving: bool = False) -> list[Provider]:
        """Return providers in the order they were entered; `serving` those that go on today."""
        self._context.require(Right.READ, "查看便民网点")
        with self._context.db.reading() as connection:
            return providers.list_providers(connection, self._today() if serving else None)

    def get(self, provider_id: int) -> Provider:
        """Return a provider.

        Raises:
            NotFoundError: there is no such provider.
        """
        self._context.require(Right.READ, "查看便民网点")
        with self._context.db.reading() as connection:
            return providers.get_provider(connection, provider_id)

    def register(self, title: str) -> Register:
        """Return the providers of today with their prices, to hang up and hand out.

        Their numbers are public and not masked.
        """
        self._context.require(Right.READ, "查看便民网点")
        return provider_register(self.list_all(serving=True), title=title)

    def add(self, draft: ProviderDraft) -> tuple[int, Changes]:
        """Add a provider.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.EDIT, "修改便民网点")
        clean = _checked_provider(draft)
        with self._context.writing(f"添加便民网点 {clean.name}") as work:
            provider_id = providers.save_provider(work.session, None, clean)
        return provider_id, work.changes

    def update(self, provider_id: int, draft: ProviderDraft, *, version: int) -> Changes:
        """Save a changed provider.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改便民网点")
        clean = _checked_provider(draft)
        with self._context.writing(f"修改便民网点 {clean.name}") as work:
            record = providers.get_provider_record(work.session, provider_id, version)
            providers.save_provider(work.session, record, clean)
        return work.changes

    def remove(self, provider_id: int) -> Changes:
        """Remove a provider that was entered by mistake.

        Raises:
            UserError: requests or vouchers tell of it.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除便民网点")
        name = self.get(provider_id).facts.name
        with self._context.writing(f"删除便民网点 {name}") as work:
            if providers.is_provider_used(work.connection, provider_id):
                message = f"「{name}」已有派单或代金券的记录，不能删除；不做了的请填最后一天。"
                raise UserError(message)
            work.session.delete(providers.get_provider_record(work.session, provider_id, None))
        return work.changes

    # ---- vouchers ---------------------------------------------------------------------------

    def vouchers(self, year: int | None = None) -> list[Voucher]:
        """Return vouchers, the last issued first; of a year, where one is given."""
        self._context.require(Right.READ, "查看代金券")
        with self._context.db.reading() as connection:
            return providers.list_vouchers(connection, year)

    def voucher(self, voucher_id: int) -> Voucher:
        """Return a voucher.

        Raises:
            NotFoundError: there is no such voucher.
        """
        self._context.require(Right.READ, "查看代金券")
        with self._context.db.reading() as connection:
            return providers.get_voucher(connection, voucher_id)

    def usable(self, number: str = "") -> list[Voucher]:
        """Return the vouchers that can pay the request of a number, "" of a new one."""
        today = self._today()
        return [
            each
            for each in self.vouchers()
            if each.used_on is None and not each.expired(today) and each.reserved_by in {"", number}
        ]

    def voucher_sums(self, year: int | None = None) -> VoucherSums:
        """Add up the vouchers that were issued in a year, or all."""
        return voucher_sums(self.vouchers(year), self._today())

    def voucher_register(self, year: int | None, title: str) -> Register:
        """Return vouchers to print, the first issued first."""
        self._context.require(Right.READ, "查看代金券")
        made = voucher_register(self.vouchers(year)[::-1], self._today(), title=title)
        return for_office(self._context, made)

    def issue(self, draft: VoucherDraft) -> tuple[int, Changes]:
        """Issue a voucher.

        Raises:
            InvalidInput: a rule is broken, or the number is taken.
            NotFoundError: the resident is gone.
        """
        self._context.require(Right.EDIT, "发放代金券")
        with self._context.writing("代金券：发放 1 张") as work:
            clean = self._checked_voucher(work, draft, None)
            voucher_id = providers.save_voucher(work.session, None, clean)
        return voucher_id, work.changes

    def update_voucher(self, voucher_id: int, draft: VoucherDraft, *, version: int) -> Changes:
        """Save a changed voucher.

        Raises:
            InvalidInput: a rule is broken, or the number is taken.
            UserError: it was used.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, or the resident, is gone.
        """
        self._context.require(Right.EDIT, "修改代金券")
        with self._context.writing("代金券：修改 1 张") as work:
            record = providers.get_voucher_record(work.session, voucher_id, version)
            _unused(providers.get_voucher(work.connection, voucher_id))
            clean = self._checked_voucher(work, draft, voucher_id)
            providers.save_voucher(work.session, record, clean)
        return work.changes

    def use(self, voucher_id: int, day: date, provider_id: int | None, *, version: int) -> Changes:
        """Write down that a voucher was used, without a request.

        Raises:
            InvalidInput: it cannot have been used on that day, or an open request has it.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it, or the provider, is gone.
        """
        self._context.require(Right.EDIT, "使用代金券")
        with self._context.writing("代金券：使用 1 张") as work:
            record = providers.get_voucher_record(work.session, voucher_id, version)
            voucher = providers.get_voucher(work.connection, voucher_id)
            if problems := check_used(voucher, day, self._today()):
                raise InvalidInput(problems)
            if provider_id is not None:
                providers.get_provider(work.connection, provider_id)
            providers.use_voucher(work.session, record, day, provider_id)
        return work.changes

    def unuse(self, voucher_id: int) -> Changes:
        """Take back that a voucher was used, which was entered by mistake.

        Raises:
            UserError: it was not used, or by a request.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "使用代金券")
        with self._context.writing("代金券：取消使用 1 张") as work:
            voucher = providers.get_voucher(work.connection, voucher_id)
            number = voucher.facts.number
            if voucher.used_on is None:
                raise UserError(f"代金券「{number}」还没有使用，不用取消。")
            if voucher.reserved_by:
                message = f"代金券「{number}」是派单 {voucher.reserved_by} 用的，不能在这里取消。"
                raise UserError(message)
            record = providers.get_voucher_record(work.session, voucher_id)
            providers.use_voucher(work.session, record, None, None)
        return work.changes

    def remove_voucher(self, voucher_id: int) -> Changes:
        """Remove a voucher that was entered by mistake.

        Raises:
            UserError: it was used, or a request has it.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除代金券")
        with self._context.writing("代金券：删除 1 张") as work:
            voucher = _unused(providers.get_voucher(work.connection, voucher_id))
            if voucher.reserved_by:
                message = f"代金券「{voucher.facts.number}」用在派单 {voucher.reserved_by} 上，"
                raise UserError(message + "不能删除。")
            work.session.delete(providers.get_voucher_record(work.session, voucher_id))
        return work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _checked_voucher(
        self, work: "Writing", draft: VoucherDraft, voucher_id: int | None
    ) -> VoucherDraft:
        """Return a voucher in normal form, named as the resident."""
        if draft.resident_id is not None:
            person = residents.get_resident(work.connection, draft.resident_id)
            draft = replace(draft, name=person.facts.name)
        clean = clean_voucher(draft)
        problems = check_voucher(clean, self._today())
        other = providers.find_voucher(work.connection, clean.number)
        if other is not None and other.id != voucher_id:
            message = f"券号「{clean.number}」已经发给「{other.facts.name}」，请核对券面。"
            problems.append(FieldProblem(field="number", message=message))
        if problems:
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()


def _checked_provider(draft: ProviderDraft) -> ProviderDraft:
    clean = clean_provider(draft)
    if problems := check_provider(clean):
        raise InvalidInput(problems)
    return clean


def _unused(voucher: Voucher) -> Voucher:
    if voucher.used_on is not None:
        raise UserError(f"代金券「{voucher.facts.number}」已经用过，不能再改；记错了的先取消使用。")
    return voucher
