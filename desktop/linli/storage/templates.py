"""Templates that the clerk made (自制模板), as JSON text."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, text
from sqlalchemy.dialects.sqlite import insert

from linli.storage.schema import (
    CardIssueRecord,
    CardRecord,
    CardTemplateRecord,
    PrintRunRecord,
)


@dataclass(frozen=True, kw_only=True)
class StoredTemplate:
    """A template as it is kept."""

    id: str
    title: str
    content: str


def list_templates(connection: Connection) -> list[StoredTemplate]:
    """Return all of them, the oldest first."""
    rows = connection.execute(select(CardTemplateRecord.__table__).order_by(CardTemplateRecord.id))
    return [StoredTemplate(id=row.key, title=row.title, content=row.content) for row in rows]


def find_template(connection: Connection, template_id: str) -> StoredTemplate | None:
    """Return one of them, or None."""
    return next((t for t in list_templates(connection) if t.id == template_id), None)


def next_id(connection: Connection) -> str:
    """Return the id for a new template; it was never that of another one, not even a removed one.

    Cards that were printed name their kind by it.
    """
    query = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
    row = connection.execute(query, {"table": CardTemplateRecord.__tablename__}).one_or_none()
    return f"own-{(row.seq if row else 0) + 1}"


def count_cards(connection: Connection, template_id: str) -> int:
    """Return how many cards printed with a template are in people's hands."""
    query = (
        select(func.count(CardRecord.id.distinct()))
        .join(CardIssueRecord, CardIssueRecord.card_id == CardRecord.id)
        .where(CardRecord.kind == template_id, CardIssueRecord.withdrawn_at.is_(None))
    )
    return connection.execute(query).scalar_one()


def count_open_runs(connection: Connection, template_id: str) -> int:
    """Return how many print runs with a template are not finished."""
    query = select(func.count(PrintRunRecord.id)).where(
        PrintRunRecord.kind == template_id, PrintRunRecord.closed_at.is_(None)
    )
    return connection.execute(query).scalar_one()


def save_template(connection: Connection, template: StoredTemplate) -> None:
    """Keep a template, or the new state of one."""
    values = {"key": template.id, "title": template.title, "content": template.content}
    connection.execute(
        insert(CardTemplateRecord)
        .values(**values)
        .on_conflict_do_update(index_elements=[CardTemplateRecord.key], set_=values)
    )


def remove_template(connection: Connection, template_id: str) -> None:
    """Forget a template."""
    connection.execute(delete(CardTemplateRecord).where(CardTemplateRecord.key == template_id))
