"""Version 7: venues and their bookings, events and who came.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0007"
down_revision = "0006"


def _indexes(table: str, *columns: str) -> tuple[str, ...]:
    """Return the statements for an index on each column."""
    return tuple(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})" for column in columns)


_STATEMENTS: tuple[str, ...] = (
    # Venues, bookings, events.
    """
    CREATE TABLE venue (
        version INTEGER NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL,
        organisation_id INTEGER, station_id INTEGER, place VARCHAR, capacity INTEGER,
        equipment VARCHAR, keeper VARCHAR, phone VARCHAR, open_times VARCHAR NOT NULL,
        terms VARCHAR, until VARCHAR, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (name),
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL,
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL
    )
    """,
    *_indexes("venue", "organisation_id", "station_id"),
    """
    CREATE TABLE event (
        version INTEGER NOT NULL, kind_code VARCHAR NOT NULL, title VARCHAR NOT NULL,
        title_pinyin VARCHAR NOT NULL, begins VARCHAR NOT NULL, ends VARCHAR NOT NULL,
        venue_id INTEGER, place VARCHAR, team_id INTEGER, organiser VARCHAR, leader VARCHAR,
        phone VARCHAR, speaker VARCHAR, content VARCHAR, expected INTEGER, note VARCHAR,
        state VARCHAR NOT NULL, headcount INTEGER, summary VARCHAR, materials INTEGER,
        reason VARCHAR, training_id INTEGER, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(venue_id) REFERENCES venue (id) ON DELETE SET NULL,
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE SET NULL,
        FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE SET NULL
    )
    """,
    *_indexes("event", "begins", "team_id", "training_id", "venue_id"),
    """
    CREATE TABLE booking (
        version INTEGER NOT NULL, venue_id INTEGER NOT NULL, begins VARCHAR NOT NULL,
        ends VARCHAR NOT NULL, purpose VARCHAR NOT NULL, borrower VARCHAR NOT NULL,
        phone VARCHAR, resident_id INTEGER, headcount INTEGER, event_id INTEGER,
        called_off_on VARCHAR, reason VARCHAR, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(venue_id) REFERENCES venue (id) ON DELETE CASCADE,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        UNIQUE (event_id),
        FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
    )
    """,
    *_indexes("booking", "begins", "resident_id"),
    "CREATE INDEX ix_booking_time ON booking (venue_id, begins)",
    """
    CREATE TABLE event_guest (
        version INTEGER NOT NULL, event_id INTEGER NOT NULL, name VARCHAR NOT NULL,
        phone VARCHAR, resident_id INTEGER, worker_id INTEGER, role VARCHAR NOT NULL,
        present BOOLEAN, quarters INTEGER, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (event_id, resident_id), UNIQUE (event_id, worker_id),
        FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE SET NULL
    )
    """,
    *_indexes("event_guest", "resident_id", "worker_id"),
    """
    ALTER TABLE service_record
    ADD COLUMN event_id INTEGER REFERENCES event (id) ON DELETE SET NULL
    """,
    "CREATE UNIQUE INDEX ix_service_record_event ON service_record (event_id, worker_id)",
    # Duty: opening times of stations, who keeps festivals, numbers that are not given twice.
    "ALTER TABLE station ADD COLUMN open_times VARCHAR",
    "ALTER TABLE worker ADD COLUMN keeps_festivals BOOLEAN",
    """
    CREATE TABLE given_number (
        series VARCHAR NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (series)
    )
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for statement in _STATEMENTS:
        op.execute(statement)
