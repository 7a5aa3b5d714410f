"""Which lists of people were looked at (查询), for the audit trail.

The trail holds the conditions of queries (GB/T 22239-2019 7.1.4.3 as it is assessed). Recorded is
a list that conditions narrow, once the clerk stays with it, by its conditions in words and how many
people it showed. Not recorded are the list as the window opens with it, and what is typed to find
one person: that is a name, and the trail would become a list of names of its own.
"""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from linli.domain.accounts import Right
from linli.domain.resident_filters import filter_words
from linli.domain.residents import ResidentFilter
from linli.domain.sensitive import is_sensitive
from linli.services.context import Context
from linli.storage import grids

AGAIN = timedelta(minutes=30)
"""So long the same list is not recorded a second time."""


class QueryService:
    """Records what was looked at; one for each sign-in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._seen: dict[Hashable, datetime] = {}

    def residents(self, wanted: ResidentFilter, people: int) -> None:
        """Record that the people of a filter were listed; one without conditions is not.

        Args:
            wanted: the filter; what is typed in it is left out.
            people: how many it found.

        Raises:
            StorageProblem: the ledger cannot be written.
        """
        self._context.require(Right.READ, "筛选居民")
        conditions = replace(wanted, text="")
        if conditions == ResidentFilter() or not self._is_new(conditions):
            return
        with self._context.db.reading() as connection:
            words = filter_words(conditions, grids.list_names(connection))
        detail = {"条件": words}
        if wanted.text:
            detail["另按文字查找"] = "是"
        if any(map(is_sensitive, wanted.care_tags)):
            detail["重点人员"] = "是"
        self._record("查询居民", people, detail)

    def entitlements(self, words: str, people: int) -> None:
        """Record that who gets what was listed.

        Args:
            words: the conditions as the window says them.
            people: how many lines there were.

        Raises:
            StorageProblem: the ledger cannot be written.
        """
        self._context.require(Right.READ, "查看救助待遇")
        if self._is_new(("entitlements", words)):
            self._record("查询救助待遇", people, {"条件": words})

    def _is_new(self, key: Hashable) -> bool:
        """Whether to record a list: not again so soon, and not where nothing can be written."""
        now = self._context.clock()
        last = self._seen.get(key)
        if self._context.db.refusal is not None or (last is not None and now - last < AGAIN):
            return False
        self._seen[key] = now
        return True

    def _record(self, action: str, people: int, detail: Mapping[str, str]) -> None:
        context = self._context
        context.db.record_event(
            context.actor, context.clock(), action, f"居民 {people} 人", detail=detail
        )
