"""Version 5: the tree of grids and its history, posts, teams, reports, receptions, notices.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE team (
        version INTEGER NOT NULL, kind_code VARCHAR NOT NULL, name VARCHAR NOT NULL,
        grid_id INTEGER, purpose VARCHAR, route VARCHAR, expected INTEGER,
        quotas VARCHAR NOT NULL, plan_title VARCHAR, plan_text VARCHAR, until VARCHAR,
        note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (name),
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_team_kind_code ON team (kind_code)",
    """
    CREATE TABLE team_member (
        version INTEGER NOT NULL, team_id INTEGER NOT NULL, resident_id INTEGER,
        staff_id INTEGER, grid_id INTEGER, name VARCHAR NOT NULL, phone VARCHAR,
        source VARCHAR NOT NULL, rank VARCHAR NOT NULL, duty VARCHAR, since VARCHAR,
        until VARCHAR, note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE SET NULL,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_team_member_resident_id ON team_member (resident_id)",
    "CREATE INDEX ix_team_member_staff_id ON team_member (staff_id)",
    "CREATE INDEX ix_team_member_team_id ON team_member (team_id)",
    """
    CREATE TABLE patrol_shift (
        version INTEGER NOT NULL, team_id INTEGER NOT NULL, day VARCHAR NOT NULL,
        begins VARCHAR NOT NULL, ends VARCHAR NOT NULL, grid_id INTEGER, route VARCHAR,
        size INTEGER NOT NULL, incident VARCHAR, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_patrol_shift_day ON patrol_shift (day)",
    "CREATE INDEX ix_patrol_shift_team_id ON patrol_shift (team_id)",
    """
    CREATE TABLE patrol_turn (
        shift_id INTEGER NOT NULL, member_id INTEGER NOT NULL, position INTEGER NOT NULL,
        present BOOLEAN, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (shift_id,
        member_id), FOREIGN KEY(shift_id) REFERENCES patrol_shift (id) ON DELETE CASCADE,
        FOREIGN KEY(member_id) REFERENCES team_member (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_patrol_turn_member_id ON patrol_turn (member_id)",
    """
    CREATE TABLE equipment (
        version INTEGER NOT NULL, team_id INTEGER NOT NULL, item VARCHAR NOT NULL,
        unit VARCHAR NOT NULL, quantity INTEGER NOT NULL, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (team_id, item),
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE equipment_issue (
        version INTEGER NOT NULL, equipment_id INTEGER NOT NULL, member_id INTEGER NOT NULL,
        quantity INTEGER NOT NULL, issued_on VARCHAR NOT NULL, returned_on VARCHAR,
        note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(equipment_id) REFERENCES equipment (id) ON DELETE CASCADE,
        FOREIGN KEY(member_id) REFERENCES team_member (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_equipment_issue_equipment_id ON equipment_issue (equipment_id)",
    "CREATE INDEX ix_equipment_issue_member_id ON equipment_issue (member_id)",
    """
    CREATE TABLE drill (
        version INTEGER NOT NULL, team_id INTEGER NOT NULL, day VARCHAR NOT NULL,
        topic VARCHAR NOT NULL, place VARCHAR, called_at VARCHAR, minutes INTEGER,
        expected INTEGER NOT NULL, present INTEGER NOT NULL, summary VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_drill_day ON drill (day)",
    "CREATE INDEX ix_drill_team_id ON drill (team_id)",
    """
    CREATE TABLE report (
        version INTEGER NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
        day VARCHAR NOT NULL, informant VARCHAR NOT NULL, member_id INTEGER,
        resident_id INTEGER, grid_id INTEGER, household_id INTEGER, place VARCHAR,
        kind VARCHAR NOT NULL, content VARCHAR NOT NULL, urgency VARCHAR NOT NULL,
        state VARCHAR NOT NULL, voided_reason VARCHAR, account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (year, sequence),
        FOREIGN KEY(member_id) REFERENCES team_member (id) ON DELETE SET NULL,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL,
        FOREIGN KEY(household_id) REFERENCES household (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_report_day ON report (day)",
    "CREATE INDEX ix_report_household_id ON report (household_id)",
    "CREATE INDEX ix_report_member_id ON report (member_id)",
    "CREATE INDEX ix_report_resident_id ON report (resident_id)",
    "CREATE INDEX ix_report_state ON report (state)",
    """
    CREATE TABLE report_step (
        report_id INTEGER NOT NULL, position INTEGER NOT NULL, state VARCHAR NOT NULL,
        day VARCHAR NOT NULL, person VARCHAR NOT NULL, whom VARCHAR, text VARCHAR,
        skipped BOOLEAN NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (report_id, position),
        FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE allowance_sheet (
        version INTEGER NOT NULL, team_id INTEGER NOT NULL, month VARCHAR NOT NULL,
        amount INTEGER NOT NULL, part_rule VARCHAR NOT NULL, closed_on VARCHAR, account VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (team_id, month),
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE allowance_change (
        sheet_id INTEGER NOT NULL, member_id INTEGER NOT NULL, amount INTEGER NOT NULL,
        reason VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(sheet_id) REFERENCES allowance_sheet (id) ON DELETE CASCADE,
        FOREIGN KEY(member_id) REFERENCES team_member (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_allowance_change_member_id ON allowance_change (member_id)",
    "CREATE INDEX ix_allowance_change_sheet_id ON allowance_change (sheet_id)",
    """
    CREATE TABLE allowance_line (
        sheet_id INTEGER NOT NULL, position INTEGER NOT NULL, member_id INTEGER,
        resident_id INTEGER, name VARCHAR NOT NULL, grid VARCHAR NOT NULL,
        days INTEGER NOT NULL, counts VARCHAR NOT NULL, base INTEGER NOT NULL,
        plus INTEGER NOT NULL, minus INTEGER NOT NULL, reasons VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (sheet_id, position),
        FOREIGN KEY(sheet_id) REFERENCES allowance_sheet (id) ON DELETE CASCADE,
        FOREIGN KEY(member_id) REFERENCES team_member (id) ON DELETE SET NULL,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_allowance_line_member_id ON allowance_line (member_id)",
    "CREATE INDEX ix_allowance_line_resident_id ON allowance_line (resident_id)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
