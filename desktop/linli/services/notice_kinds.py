"""Kinds of notices (通知模板): the shipped ones and the clerk's own, which are copies of them."""

import json
from dataclasses import dataclass, replace

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.notice_shipped import kind_of, load_notice_templates, template_from_text
from linli.domain.notice_templates import (
    NoticeTemplate,
    as_copy,
    check_template,
    forbidden_certificates,
    template_where,
    write_template,
)
from linli.domain.templates.strict import TemplateError
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import notice_templates, notices
from linli.storage.templates import StoredTemplate


@dataclass(frozen=True, kw_only=True)
class BrokenKind:
    """A template of the clerk's that cannot be used, and why."""

    id: str
    title: str
    message: str


class NoticeKindService:
    """What a clerk does with kinds of notices. Each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> tuple[NoticeTemplate, ...]:
        """Return the shipped kinds, then the clerk's own; one that cannot be used is left out."""
        self._context.require(Right.READ, "查看通知模板")
        own = (_usable(stored) for stored in self._stored())
        return (*load_notice_templates(), *(t for t in own if isinstance(t, NoticeTemplate)))

    def broken(self) -> tuple[BrokenKind, ...]:
        """Return the clerk's templates that cannot be used, and why."""
        self._context.require(Right.READ, "查看通知模板")
        found = (_usable(stored) for stored in self._stored())
        return tuple(t for t in found if isinstance(t, BrokenKind))

    def get(self, kind: str) -> NoticeTemplate:
        """Return a kind by its id or title.

        Raises:
            NotFoundError: there is none; the sentence names those there are.
        """
        self._context.require(Right.READ, "查看通知模板")
        return kind_of(kind, self.list_all())

    def not_offered(self) -> tuple[tuple[str, ...], str]:
        """Return the certificates that a residents' committee must not issue, and the source."""
        self._context.require(Right.READ, "查看通知模板")
        return forbidden_certificates()

    def copy(self, kind: str, title: str) -> tuple[str, Changes]:
        """Make a template of the clerk's from another one and return its id.

        Raises:
            NotFoundError: there is no such kind.
            InvalidInput: the title is missing, too long or taken.
        """
        self._context.require(Right.DESIGN, "修改通知模板")
        source = self.get(kind)
        with self._context.writing(f"复制通知模板 {source.title}") as work:
            own_id = notice_templates.next_id(work.connection)
            copy = as_copy(source, own_id, title.strip())
            self._check(copy)
            notice_templates.add_template(work.session, _stored(copy))
        return own_id, work.changes

    def save(self, template: NoticeTemplate) -> Changes:
        """Keep the new state of one of the clerk's templates.

        Raises:
            InvalidInput: it breaks a rule.
            NotFoundError: it is gone, or a shipped one.
        """
        self._context.require(Right.DESIGN, "修改通知模板")
        clean = replace(template, title=template.title.strip())
        self._check(clean)
        with self._context.writing(f"修改通知模板 {clean.title}") as work:
            record = notice_templates.get_record(work.session, clean.id)
            record.title, record.content = clean.title, _stored(clean).content
            work.session.flush()
        return work.changes

    def remove(self, kind_id: str) -> Changes:
        """Forget one of the clerk's templates; notices made from it stay as they are.

        Raises:
            NotFoundError: it is gone, or a shipped one.
        """
        self._context.require(Right.DESIGN, "修改通知模板")
        with self._context.writing("删除通知模板") as work:
            work.session.delete(notice_templates.get_record(work.session, kind_id))
        return work.changes

    def used(self, kind_id: str) -> int:
        """Return how many notices are of a kind."""
        self._context.require(Right.READ, "查看通知模板")
        with self._context.db.reading() as connection:
            return notices.count_of_kind(connection, kind_id)

    def _check(self, template: NoticeTemplate) -> None:
        problems = check_template(template)
        others = {other.title for other in self.list_all() if other.id != template.id}
        if template.title in others:
            message = f"已经有一种通知叫“{template.title}”，请换一个名称。"
            problems.append(FieldProblem(field="title", message=message))
        if problems:
            raise InvalidInput(problems)

    def _stored(self) -> list[StoredTemplate]:
        with self._context.db.reading() as connection:
            return notice_templates.list_templates(connection)


def _stored(template: NoticeTemplate) -> StoredTemplate:
    content = json.dumps(write_template(template), ensure_ascii=False, sort_keys=True)
    return StoredTemplate(id=template.id, title=template.title, content=content)


def _usable(stored: StoredTemplate) -> NoticeTemplate | BrokenKind:
    try:
        return template_from_text(stored.content, template_where(stored.title))
    except (TemplateError, UserError) as error:
        return BrokenKind(id=stored.id, title=stored.title, message=error.message)
