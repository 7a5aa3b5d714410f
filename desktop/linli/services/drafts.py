"""Drafts (没有保存的内容): what forms keep every few seconds, and hand back after a crash."""

from collections.abc import Collection

from linli.domain.drafts import Draft
from linli.services.context import Context
from linli.storage import drafts


class DraftService:
    """Keeps what the signed-in account has typed and not saved.

    Neither undo step nor audit event: nothing of the registers changes.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Draft]:
        """Return the account's drafts, newest first."""
        with self._context.db.reading() as connection:
            return drafts.list_of(connection, self._context.actor.account_id)

    def keep(self, draft_id: str, content: str) -> None:
        """Keep the content of a form, in place of what was kept under the same id.

        Raises:
            StorageProblem: the ledger cannot be written; the last state stays.
        """
        draft = Draft(id=draft_id, at=self._context.clock(), content=content)
        with self._context.db.noting() as connection:
            drafts.keep(connection, self._context.actor.account_id, draft)

    def drop(self, ids: Collection[str]) -> None:
        """Forget drafts: their forms were saved, or are not wanted any more.

        Raises:
            StorageProblem: the ledger cannot be written.
        """
        with self._context.db.noting() as connection:
            drafts.drop(connection, ids)
