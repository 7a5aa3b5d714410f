"""Erasing a person for good (彻底删除): looked at before, the password asked again, not undone."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.erasures import ErasurePlan, ErasureResult, Ground, HeldBackup, Returned
from linli.errors import StorageProblem, UserError
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
        number, changes = self._erase(resident_id, ground, left)
        return ErasureResult(number=number, changes=changes, backups=backups, swept=self._swept())

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

    def waiting(self) -> list[Returned]:
        """Return whom a restore has brought back, until it is decided about each of them."""
        if not self._context.may(Right.ERASE):
            return []
        with self._context.db.reading() as connection:
            return erasures.waiting(connection)

    def erase_again(self, people: Sequence[int], *, password: str) -> int:
        """Erase people who have come back; what is not surely about them stays.

        Args:
            people: their ids.
            password: of who is signed in, asked again once for all.

        Returns:
            How many were erased.

        Raises:
            NotAllowedError: the role may not.
            WrongPasswordError: the password is wrong, or a wait is not over.
            StorageProblem: the file cannot be written; who was erased by then is.
        """
        context = self._context
        context.require(Right.ERASE, _WHAT)
        keys.open_again(context, password, _WRONG)
        with context.db.reading() as connection:
            back = erasures.pending_again(connection, people)
        for each in back:
            mentions = self.plan(each.resident_id).mentions
            left = [mention.key for mention in mentions if not mention.certain]
            self._erase(each.resident_id, Ground.AGAIN, left)
        self._swept()
        return len(back)

    def are_others(self, people: Iterable[int]) -> Changes:
        """Say of people who have come back that they only have the name of one who was erased.

        Raises:
            NotAllowedError: the role may not.
            UserError: one of them has the identity number of one who was erased.
        """
        self._context.require(Right.ERASE, _WHAT)
        others = list(people)
        with self._context.db.reading() as connection:
            sure = [each for each in erasures.pending_again(connection, others) if each.certain]
        if sure:
            raise UserError(
                f"「{sure[0].name}」的登记或证件号码和以前删除的人是同一个，请再次删除。"
            )
        with self._context.writing("个人信息：确认不是删除过的人") as work:
            erasures.remember_others(work.connection, others)
        return work.changes

    def _erase(
        self, resident_id: int, ground: Ground, left: Iterable[tuple[str, str, str]]
    ) -> tuple[int, Changes]:
        context = self._context
        with context.writing(erasures.ACTION, undoable=False) as work:
            number = erasing.erase(
                work,
                resident_id,
                ground=ground,
                left=left,
                at=context.clock(),
                account=context.actor.name,
            )
        return number, work.changes

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
