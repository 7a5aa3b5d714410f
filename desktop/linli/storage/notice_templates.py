"""Kinds of notices that the clerk made (自制通知模板), as JSON text."""

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from linli.domain.notice_templates import OWN
from linli.errors import NotFoundError
from linli.storage.ids import last_id
from linli.storage.notice_schema import NoticeTemplateRecord
from linli.storage.templates import StoredTemplate

_ALL = "SELECT key, title, content FROM notice_template ORDER BY id"


def list_templates(connection: Connection) -> list[StoredTemplate]:
    """Return all of them, the oldest first."""
    rows = connection.exec_driver_sql(_ALL)
    return [StoredTemplate(id=row.key, title=row.title, content=row.content) for row in rows]


def next_id(connection: Connection) -> str:
    """Return the id for a new one; it was never that of another."""
    return f"{OWN}{last_id(connection, 'notice_template') + 1}"


def add_template(session: Session, template: StoredTemplate) -> None:
    """Keep a new one."""
    session.add(
        NoticeTemplateRecord(key=template.id, title=template.title, content=template.content)
    )
    session.flush()


def get_record(session: Session, template_id: str) -> NoticeTemplateRecord:
    """Return the record of one for a change.

    Raises:
        NotFoundError: it is gone, or a shipped one.
    """
    found = session.query(NoticeTemplateRecord).filter_by(key=template_id).one_or_none()
    if found is None:
        raise NotFoundError("这个通知模板已经删除，请刷新后再看。")
    return found
