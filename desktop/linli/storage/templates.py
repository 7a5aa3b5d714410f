"""Templates that the clerk made (自制模板), as JSON text."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from linli.storage.schema import CardTemplateRecord


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
