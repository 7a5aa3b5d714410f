"""Texts of duties (工作职责): kept in the ledger, printed with the names of the day."""

from collections.abc import Sequence

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.duty_texts import (
    DutyText,
    DutyTextDraft,
    check_text,
    clean_text,
    fields,
    needs_grid,
    text_notice,
)
from linli.domain.posts import PostFilter, all_roles
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import claims, grids, post_settings, posts, settings


class DutyTextService:
    """What a clerk does with texts of duties. Each change is one transaction and undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[DutyText]:
        """Return the texts as they were entered."""
        self._context.require(Right.READ, "查看工作职责")
        with self._context.db.reading() as connection:
            return claims.list_texts(connection)

    def fields(self) -> tuple[str, ...]:
        """Return what may stand in braces."""
        self._context.require(Right.READ, "查看工作职责")
        with self._context.db.reading() as connection:
            return fields(all_roles(post_settings.own_roles(connection)))

    def save(
        self, draft: DutyTextDraft, text_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Add a text, or change one.

        Raises:
            InvalidInput: something is missing, a field is not known, or the title is taken.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改工作职责")
        clean = clean_text(draft)
        verb = "添加" if text_id is None else "修改"
        with self._context.writing(f"{verb}工作职责 {clean.title}") as work:
            roles = all_roles(post_settings.own_roles(work.connection))
            problems = check_text(clean, roles)
            taken = [each.id for each in claims.list_texts(work.connection) if _same(each, clean)]
            if taken and taken != [text_id]:
                message = f"《{clean.title}》已经有了，请打开那一份修改，或换一个标题。"
                problems.append(FieldProblem(field="title", message=message))
            if problems:
                raise InvalidInput(problems)
            record = (
                None if text_id is None else claims.get_text_record(work.session, text_id, version)
            )
            saved = claims.save_text(work.session, record, clean)
        return saved, work.changes

    def remove(self, text_id: int) -> Changes:
        """Remove a text.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除工作职责")
        with self._context.writing("删除工作职责") as work:
            work.session.delete(claims.get_text_record(work.session, text_id))
        return work.changes

    def pdf(self, text_id: int, grid_ids: Sequence[int] = (), progress: Progress = SILENT) -> bytes:
        """Make the PDF of a text, with the names of today: once for each grid.

        Args:
            text_id: the text.
            grid_ids: the grids; none for the whole community.
            progress: told after each page.

        Raises:
            UserError: the text names somebody of a grid and no grid is chosen.
            NotFoundError: the text or a grid is gone.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打印工作职责")
        from linli.services.notice_printing import rendered

        today = self._context.clock().date()
        with self._context.db.reading() as connection:
            facts = claims.get_text(connection, text_id).facts
            if not grid_ids and needs_grid(facts.text + facts.title):
                raise UserError(f"《{facts.title}》里写了网格的人员，请选给哪个网格打。")
            community = settings.get_hall(connection).community
            names = {each: grids.get_grid(connection, each, today).facts.name for each in grid_ids}
            notices = tuple(
                text_notice(
                    facts,
                    community=community,
                    grid=names[grid_id] if grid_id else "",
                    posts=posts.list_posts(connection, PostFilter(grid_id=grid_id, on=today)),
                    today=today,
                )
                for grid_id in (grid_ids or (None,))
            )
        detail = {"份数": str(len(notices))}
        with leaving(self._context, "打印工作职责", f"duty_text/{text_id}", detail):
            return rendered(notices, library_of(self._context), progress=progress).content


def _same(text: DutyText, draft: DutyTextDraft) -> bool:
    return text.facts.title == draft.title
