"""Filters of residents (筛选): what they find, and those that are kept (常用筛选)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import suggestions
from linli.domain.registers import Register
from linli.domain.resident_filters import check_filter, filter_phrases, filter_words
from linli.domain.resident_register import resident_register
from linli.domain.residents import FilterCount, ResidentFilter, ResidentSort
from linli.domain.saved_filters import SavedFilter, check_filter_name, filter_text
from linli.domain.sensitive import is_sensitive, sensitive_suggestions
from linli.domain.values.addresses import Address
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import (
    dwellings,
    grids,
    ordering,
    resident_lists,
    residents,
    saved_filters,
)
from linli.storage.resident_conditions import count_people

if TYPE_CHECKING:
    from linli.storage.database import Writing

_CHUNK = 500
_CHOICES = 500
_USUAL = ("care_tags", "skills")


class FilterService:
    """What a clerk does with filters. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- what a filter finds ----

    def count(self, wanted: ResidentFilter, stop: Callable[[], bool] | None = None) -> FilterCount:
        """Return how many people a filter finds, and in how many households.

        Raises:
            Cancelled: `stop` said so.
        """
        self._context.require(Right.READ, "筛选居民")
        with self._context.db.reading(stop) as connection:
            return count_people(connection, wanted, self._context.clock().date())

    def words(self, wanted: ResidentFilter) -> str:
        """Return a filter in one sentence."""
        self._context.require(Right.READ, "筛选居民")
        return filter_words(wanted, self._grid_names())

    def phrases(self, wanted: ResidentFilter) -> dict[str, str]:
        """Return what each condition of a filter says, by the names of `CONDITIONS`."""
        self._context.require(Right.READ, "筛选居民")
        return filter_phrases(wanted, self._grid_names())

    def places(self) -> list[Address]:
        """Return estates and their buildings in walking order, an estate before its buildings."""
        self._context.require(Right.READ, "筛选居民")
        with self._context.db.reading() as connection:
            buildings = dwellings.list_buildings(connection)
        found: dict[Address, None] = {}
        for building in buildings:
            if building.estate:
                found.setdefault(Address(estate=building.estate))
            found.setdefault(building)
        return list(found)

    def choices(self, field: str) -> list[str]:
        """Return what is recorded in a field, often used first, then what is usual.

        Args:
            field: care_tags, skills, origin_village or branch.
        """
        self._context.require(Right.READ, "筛选居民")
        with self._context.db.reading() as connection:
            used = resident_lists.list_used(connection, field, "", _CHOICES)
        usual = suggestions(field) if field in _USUAL else ()
        if field == "care_tags" and self._context.may(Right.SENSITIVE):
            usual += sensitive_suggestions()
        return list(dict.fromkeys([*used, *usual]))

    def register(
        self,
        wanted: ResidentFilter,
        title: str,
        *,
        revealed: bool = False,
        progress: Progress = SILENT,
    ) -> Register:
        """Return the list of the people of a filter to print, in walking order by building.

        Args:
            wanted: which people.
            title: stands over the list; below it, the filter in words.
            revealed: whether phones are written in full; whoever lets it leave says why.
            progress: told the people read.

        Raises:
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.READ, "筛选居民")
        today = self._context.clock().date()
        with self._context.db.reading() as connection:
            ids = resident_lists.list_ids(connection, wanted, ResidentSort.ADDRESS, today=today)
            people = []
            for start in range(0, len(ids), _CHUNK):
                progress.report(start, len(ids), "正在读取居民")
                chunk = ids[start : start + _CHUNK]
                rows = resident_lists.list_rows(connection, chunk, today)
                whole = residents.load_residents(connection, chunk)
                people += [(row, whole[row.id]) for row in rows]
            names = grids.list_names(connection)
        made = resident_register(people, title=title, subtitle=filter_words(wanted, names))
        return for_office(self._context, made, revealed=revealed)

    # ---- kept filters ----

    def list_all(self) -> list[SavedFilter]:
        """Return the kept filters in their order; one that cannot be used says why.

        One that asks for sensitive tags is only for who may see them.
        """
        self._context.require(Right.READ, "筛选居民")
        with self._context.db.reading() as connection:
            kept = saved_filters.list_filters(connection)
        if self._context.may(Right.SENSITIVE):
            return kept
        return [each for each in kept if not _is_sensitive(each.wanted)]

    def find(self, name: str) -> ResidentFilter:
        """Return the kept filter of a name.

        Raises:
            UserError: there is none, or it cannot be used.
        """
        self._context.require(Right.READ, "筛选居民")
        kept = self.list_all()
        for each in kept:
            if each.name == name.strip():
                if each.wanted is None:
                    raise UserError(f"常用筛选「{each.name}」不能用：{each.problem}")
                return each.wanted
        known = "、".join(each.name for each in kept)
        said = f"现有：{known}。" if known else "还没有存过常用筛选，请先在窗口里建一个。"
        raise UserError(f"没有「{name}」这个常用筛选，{said}")

    def save(self, name: str, wanted: ResidentFilter) -> tuple[int, Changes]:
        """Keep a filter under a new name, at the end.

        Raises:
            InvalidInput: the name is missing, too long or another filter's, or the filter is
                wrong.
        """
        self._context.require(Right.EDIT, "保存常用筛选")
        clean = name.strip()
        with self._context.writing(f"保存常用筛选 {clean}") as work:
            _check(work, clean, None, wanted)
            filter_id = saved_filters.add_filter(work.session, clean, wanted)
        return filter_id, work.changes

    def replace(self, filter_id: int, wanted: ResidentFilter) -> Changes:
        """Give a kept filter other conditions.

        Raises:
            InvalidInput: the filter is wrong.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "保存常用筛选")
        problems = check_filter(wanted)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing(f"修改常用筛选 {self._name(filter_id)}") as work:
            saved_filters.get_record(work.session, filter_id).content = filter_text(wanted)
        return work.changes

    def rename(self, filter_id: int, name: str) -> Changes:
        """Give a kept filter another name.

        Raises:
            InvalidInput: the name is missing, too long or another filter's.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "保存常用筛选")
        clean = name.strip()
        with self._context.writing(f"常用筛选改名为 {clean}") as work:
            record = saved_filters.get_record(work.session, filter_id)
            _check(work, clean, filter_id)
            record.name = clean
        return work.changes

    def remove(self, filter_id: int) -> Changes:
        """Keep a filter no longer.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "保存常用筛选")
        with self._context.writing(f"删除常用筛选 {self._name(filter_id)}") as work:
            work.session.delete(saved_filters.get_record(work.session, filter_id))
        return work.changes

    def move(self, filter_id: int, steps: int) -> Changes:
        """Move a filter `steps` places down the list, up if negative; the ends hold.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "保存常用筛选")
        with self._context.writing("调整常用筛选的次序") as work:
            ordering.move(work.session, saved_filters.get_record(work.session, filter_id), steps)
        return work.changes

    def _name(self, filter_id: int) -> str:
        """Return the name of a filter, "" if it is gone: the change itself says so."""
        return next((each.name for each in self.list_all() if each.id == filter_id), "")

    def _grid_names(self) -> dict[int, str]:
        with self._context.db.reading() as connection:
            return grids.list_names(connection)


def _is_sensitive(wanted: ResidentFilter | None) -> bool:
    return wanted is not None and any(map(is_sensitive, wanted.care_tags))


def _check(
    work: "Writing", name: str, own_id: int | None, wanted: ResidentFilter | None = None
) -> None:
    problems = check_filter_name(name)
    if wanted is not None:
        problems += check_filter(wanted)
    if saved_filters.find_name(work.connection, name) not in (None, own_id):
        message = f"已经有一个常用筛选叫「{name}」，请换个名字，或者替换原来那个。"
        problems.append(FieldProblem(field="name", message=message))
    if problems:
        raise InvalidInput(problems)
