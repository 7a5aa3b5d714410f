"""Version 2: print runs, templates, drawn characters, pairings, staff, stations, boards.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    """
    ALTER TABLE resident ADD COLUMN photo VARCHAR REFERENCES photo (digest)
    """,
    """
    CREATE TABLE board_entry (
        grid_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        post VARCHAR,
        phone VARCHAR,
        photo VARCHAR,
        promise VARCHAR,
        resident_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE CASCADE,
        FOREIGN KEY(photo) REFERENCES photo (digest),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_board_entry_grid_id ON board_entry (grid_id)
    """,
    """
    CREATE INDEX ix_board_entry_resident_id ON board_entry (resident_id)
    """,
    """
    CREATE TABLE station (
        version INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        phone VARCHAR,
        advice_phone VARCHAR,
        place VARCHAR,
        hours VARCHAR,
        services VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE staff (
        version INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        post VARCHAR,
        number VARCHAR,
        office VARCHAR,
        phone VARCHAR,
        photo VARCHAR,
        promise VARCHAR,
        party_member BOOLEAN NOT NULL,
        station_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (number),
        FOREIGN KEY(photo) REFERENCES photo (digest),
        FOREIGN KEY(station_id) REFERENCES station (id)
    )
    """,
    """
    CREATE INDEX ix_staff_station_id ON staff (station_id)
    """,
    """
    CREATE TABLE pairing (
        version INTEGER NOT NULL,
        household_id INTEGER NOT NULL,
        resident_id INTEGER,
        name VARCHAR NOT NULL,
        post VARCHAR,
        phone VARCHAR,
        photo VARCHAR,
        since VARCHAR,
        until VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(household_id) REFERENCES household (id),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(photo) REFERENCES photo (digest)
    )
    """,
    """
    CREATE INDEX ix_pairing_household_id ON pairing (household_id)
    """,
    """
    CREATE INDEX ix_pairing_resident_id ON pairing (resident_id)
    """,
    """
    CREATE TABLE drawn_glyph (
        character VARCHAR NOT NULL,
        strokes VARCHAR NOT NULL,
        width DOUBLE NOT NULL,
        resident_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (character),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_drawn_glyph_resident_id ON drawn_glyph (resident_id)
    """,
    """
    CREATE TABLE card_template (
        "key" VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE ("key")
    )
    """,
    """
    CREATE TABLE print_run (
        title VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        kind_title VARCHAR NOT NULL,
        size VARCHAR NOT NULL,
        setup VARCHAR NOT NULL,
        started_at VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        closed_at VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE print_run_card (
        run_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        card_id INTEGER NOT NULL,
        holder VARCHAR NOT NULL,
        building VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        issue_id INTEGER,
        left_out BOOLEAN NOT NULL,
        reason VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (run_id, position),
        FOREIGN KEY(run_id) REFERENCES print_run (id) ON DELETE CASCADE,
        FOREIGN KEY(card_id) REFERENCES card (id),
        FOREIGN KEY(issue_id) REFERENCES card_issue (id)
    )
    """,
    """
    CREATE INDEX ix_print_run_card_card_id ON print_run_card (card_id)
    """,
    """
    CREATE INDEX ix_print_run_card_issue_id ON print_run_card (issue_id)
    """,
)


def upgrade() -> None:
    """Add the tables of version 2."""
    for statement in _STATEMENTS:
        op.execute(statement)
