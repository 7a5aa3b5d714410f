"""Erasing a person for good (彻底删除): looked at before, the password asked again, not undone."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from linli.domain.accounts import Right
from linli.domain.erasures import ErasurePlan, ErasureResult, Ground, HeldBackup, Returned
from linli.errors import StorageProblem
from linli.services import keys
from linli.services.context import Context
from linli.storage import backup, erasing, erasures

_WHAT = "彻底删除个人信息"
_WRONG = "密码不对，没有删除，请重新输入。"


class ErasureService:
    """Erases people, and tells who has come back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def plan(self, resident_id: int) -> ErasurePlan:
        """Return what erasing a person would do: what goes, what stays, who holds them on.

        Raises:
            NotFoundError: there is no such person.
            UserError: the record was merged into another.
        """
        self._context.require(Right.ERASE, _WHAT)
        with self._context.db.reading() as connection:
            found = erasing.plan(connection, resident_id)
        return replace(found, backups=self._backups(resident_id))

    def erase(
        self,
        resident_id: int,
        *,
        ground: Ground,
        password: str,
        left: Iterable[tuple[str, str, str]] | None = None,
    ) -> ErasureResult:
        """Erase a person for good.

        Args:
            resident_id: whom.
            ground: why.
            password: of who is signed in, asked again.
            left: the keys of mentions that stay, as they mean somebody else; None lets those stay
                that are not certain.

        Raises:
            NotAllowedError: the role may not.
            WrongPasswordError: the password is wrong, or a wait is not over.
            NotFoundError: there is no such person.
            UserError: the record was merged into another.
            StorageProblem: the file cannot be written; nothing was changed.
        """
        context = self._context
        context.require(Right.ERASE, _WHAT)
        keys.open_again(context, password, _WRONG)
        backups = self._backups(resident_id)
        if left is None:
            left = [
                mention.key for mention in self.plan(resident_id).mentions if not mention.certain
            ]
        at = context.clock()
        with context.writing(erasures.ACTION, undoable=False) as work:
            number = erasing.erase(
                work,
                resident_id,
                ground=ground,
                left=left,
                at=at,
                account=context.actor.name,
            )
        return ErasureResult(
            number=number, changes=work.changes, backups=backups, swept=self._swept()
        )

    def anonymise_tenancy(self, tenancy_id: int, *, ground: Ground, password: str) -> ErasureResult:
        """Take out who a former tenant was; the rental keeps the room and the dates.

        Raises:
            NotAllowedError: the role may not.
            WrongPasswordError: the password is wrong, or a wait is not over.
            NotFoundError: there is no such tenant.
            StorageProblem: the file cannot be written; nothing was changed.
        """
        context = self._context
        context.require(Right.ERASE, _WHAT)
        keys.open_again(context, password, _WRONG)
        with context.writing(erasures.ACTION, undoable=False) as work:
            number = erasing.anonymise_tenancy(
                work, tenancy_id, ground=ground, at=context.clock(), account=context.actor.name
            )
        return ErasureResult(number=number, changes=work.changes, backups=(), swept=self._swept())

    def finish(self) -> bool:
        """Clear the free pages that an erasure left when the disk was full; whether it is done."""
        with self._context.db.reading() as connection:
            waits = erasures.unswept(connection)
        return self._swept() if waits else True

    def returned(self) -> list[Returned]:
        """Return who was erased and is here again, as after going back to an older backup."""
        if not self._context.may(Right.ERASE):
            return []
        with self._context.db.reading() as connection:
            return erasures.pending_again(connection)

    def _swept(self) -> bool:
        with suppress(StorageProblem):
            erasures.sweep(self._context.db)
            return True
        return False

    def _backups(self, resident_id: int) -> tuple[HeldBackup, ...]:
        """Return the backups made after the step in which the person was entered."""
        with self._context.db.reading() as connection:
            entered = erasing.entered_in(connection, resident_id)
        return tuple(
            HeldBackup(at=info.at, reason=info.reason, folder=info.path.name)
            for info in backup.list_all(self._context.data_dir)
            if info.head >= entered
        )
