"""Version 6: mediation cases, their papers and files, sweeps, petitions, suggestions, limits.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0006"
down_revision = "0005"

_STATEMENTS: tuple[str, ...] = (
    # Time limits of the hall.
    """
    CREATE TABLE time_limit (
        version INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        area VARCHAR NOT NULL,
        starts VARCHAR NOT NULL,
        ends VARCHAR NOT NULL,
        amount INTEGER,
        unit VARCHAR NOT NULL,
        roll_forward BOOLEAN NOT NULL,
        extension INTEGER,
        extension_unit VARCHAR NOT NULL,
        extended_by VARCHAR,
        warn_days INTEGER NOT NULL,
        lapses BOOLEAN NOT NULL,
        basis VARCHAR NOT NULL,
        source VARCHAR,
        valid_from VARCHAR NOT NULL,
        valid_until VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE ("key", valid_from)
    )
    """,
)


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
