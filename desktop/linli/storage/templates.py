"""Templates that the clerk made (自制模板), as JSON text; plain SQL, so that printing is quick."""

from dataclasses import dataclass

from sqlalchemy import Connection

from linli.storage.ids import last_id


@dataclass(frozen=True, kw_only=True)
class StoredTemplate:
    """A template as it is kept."""

    id: str
    title: str
    content: str


def list_templates(connection: Connection) -> list[StoredTemplate]:
    """Return all of them, the oldest first."""
    rows = connection.exec_driver_sql("SELECT key, title, content FROM card_template ORDER BY id")
    return [StoredTemplate(id=row.key, title=row.title, content=row.content) for row in rows]


def find_template(connection: Connection, template_id: str) -> StoredTemplate | None:
    """Return one of them, or None."""
    return next((t for t in list_templates(connection) if t.id == template_id), None)


def next_id(connection: Connection) -> str:
    """Return the id for a new template; it was never that of another one, not even a removed one.

    Cards that were printed name their kind by it.
    """
    return f"own-{last_id(connection, 'card_template') + 1}"


def count_cards(connection: Connection, template_id: str) -> int:
    """Return how many cards printed with a template are in people's hands."""
    query = (
        "SELECT count(DISTINCT c.id) FROM card c JOIN card_issue i ON i.card_id = c.id "
        "WHERE c.kind = ? AND i.withdrawn_at IS NULL"
    )
    return int(connection.exec_driver_sql(query, (template_id,)).scalar_one())


def count_open_runs(connection: Connection, template_id: str) -> int:
    """Return how many print runs with a template are not finished."""
    query = "SELECT count(*) FROM print_run WHERE kind = ? AND closed_at IS NULL"
    return int(connection.exec_driver_sql(query, (template_id,)).scalar_one())


def save_template(connection: Connection, template: StoredTemplate) -> None:
    """Keep a template, or the new state of one."""
    connection.exec_driver_sql(
        "INSERT INTO card_template (key, title, content) VALUES (?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET title = excluded.title, content = excluded.content",
        (template.id, template.title, template.content),
    )


def remove_template(connection: Connection, template_id: str) -> None:
    """Forget a template."""
    connection.exec_driver_sql("DELETE FROM card_template WHERE key = ?", (template_id,))
