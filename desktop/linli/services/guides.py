"""Guides, work rules and services (办事指南、工作制度、代办事项): kept, listed and handed out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.guide_letters import guide_letter, telling_letter
from linli.domain.guides import (
    GUIDE_KIND,
    Guide,
    GuideDraft,
    GuideFilter,
    GuideKind,
    check_guide,
    clean_guide,
)
from linli.domain.paper import A3, A4
from linli.domain.registers import Register
from linli.domain.settings import HallFacts
from linli.domain.station_lists import guide_register
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import foot_of, letters_pdf
from linli.services.outputs import leaving
from linli.storage import guides, settings, stations

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = GuideFilter()


class GuideService:
    """What a clerk does with guides. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: GuideFilter = _EVERY) -> list[Guide]:
        """Return guides by kind and station."""
        self._context.require(Right.READ, "查看办事指南")
        with self._context.db.reading() as connection:
            return guides.list_guides(connection, wanted)

    def get(self, guide_id: int) -> Guide:
        """Return a guide.

        Raises:
            NotFoundError: there is no such guide.
        """
        self._context.require(Right.READ, "查看办事指南")
        with self._context.db.reading() as connection:
            return guides.get_guide(connection, guide_id)

    def save(
        self, draft: GuideDraft, guide_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Add a guide, or change one.

        Raises:
            InvalidInput: a rule is broken, or the title is another's of the kind.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it or the station is gone.
        """
        self._context.require(Right.EDIT, "修改办事指南")
        clean = clean_guide(draft)
        verb = "添加" if guide_id is None else "修改"
        with self._context.writing(f"{verb}{GUIDE_KIND[clean.kind]} {clean.title}") as work:
            _check(work, clean, guide_id)
            record = (
                None if guide_id is None else guides.get_record(work.session, guide_id, version)
            )
            saved = guides.save_guide(work.session, record, clean)
        return saved, work.changes

    def remove(self, guide_id: int) -> Changes:
        """Remove a guide; matters that went by it keep what they say.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除办事指南")
        title = self.get(guide_id).facts.title
        with self._context.writing(f"删除指南或制度 {title}") as work:
            work.session.delete(guides.get_record(work.session, guide_id))
        return work.changes

    def register(self, wanted: GuideFilter, title: str) -> Register:
        """Return the list to print, for A4 across."""
        self._context.require(Right.READ, "查看办事指南")
        return guide_register(self.list_all(wanted), title=title)

    def pdf(self, guide_ids: Sequence[int]) -> bytes:
        """Make the PDF of guides and work rules, each on a page of its own.

        Raises:
            UserError: none is chosen.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印办事指南")
        hall, printed = self._hall()
        letters = [guide_letter(guide, hall, printed) for guide in self._chosen(guide_ids)]
        return letters_pdf(self._context, letters, "打印办事指南", "办事指南和制度")

    def wall(self, guide_ids: Sequence[int], *, large: bool = True) -> bytes:
        """Make the PDF of guides and work rules for the wall, a sheet each in large type.

        Args:
            guide_ids: which.
            large: A3 instead of A4, both upright.

        Raises:
            UserError: none is chosen.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印上墙的制度")
        from linli.printing.wall_letters import render_wall_letters

        hall, printed = self._hall()
        letters = [guide_letter(guide, hall, printed) for guide in self._chosen(guide_ids)]
        detail = {"份数": str(len(letters))}
        with leaving(self._context, "打印上墙的制度", "工作制度和指南", detail):
            return render_wall_letters(
                letters, paper=A3 if large else A4, library=library_of(self._context)
            )

    def telling(self, guide_ids: Sequence[int]) -> bytes:
        """Make the PDF of notices of all that is needed (一次性告知单).

        Raises:
            UserError: none is chosen, or one is a work rule.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印一次性告知单")
        chosen = self._chosen(guide_ids)
        for guide in chosen:
            if guide.facts.kind is GuideKind.RULES:
                raise UserError(
                    f"《{guide.facts.title}》是工作制度，没有一次性告知单；请选办事指南或代办事项。"
                )
        hall, printed = self._hall()
        letters = [telling_letter(guide, hall, printed) for guide in chosen]
        return letters_pdf(self._context, letters, "打印一次性告知单", "一次性告知单")

    def _hall(self) -> tuple[HallFacts, str]:
        with self._context.db.reading() as connection:
            return settings.get_hall(connection), foot_of(self._context)

    def _chosen(self, guide_ids: Sequence[int]) -> list[Guide]:
        chosen = [guide for guide in self.list_all() if guide.id in guide_ids]
        if not chosen:
            raise UserError("没有选中要打的指南或制度，请先在列表里选中。")
        return chosen


def _check(work: "Writing", draft: GuideDraft, guide_id: int | None) -> None:
    problems = check_guide(draft)
    if guides.find_title(work.connection, draft.kind, draft.title) not in (None, guide_id):
        message = f"《{draft.title}》已经有了，请打开那一份修改，或换一个名称。"
        problems.append(FieldProblem(field="title", message=message))
    if problems:
        raise InvalidInput(problems)
    if draft.station_id is not None:
        stations.get_record(work.session, draft.station_id)
