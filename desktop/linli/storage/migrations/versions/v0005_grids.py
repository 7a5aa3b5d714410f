"""Version 5: the tree of grids and its history, posts, teams, reports, receptions, notices.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE community (
        version INTEGER NOT NULL,
        number VARCHAR,
        name VARCHAR NOT NULL,
        street VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (number),
        UNIQUE (name)
    )
    """,
    # Tables that are made anew keep the last id that they gave: none is ever given twice.
    """
    CREATE TEMP TABLE last_id AS
    SELECT name, seq FROM sqlite_sequence WHERE name IN ('grid', 'grid_building')
    """,
    """
    CREATE TEMP TABLE old_grid AS SELECT * FROM grid
    """,
    """
    DROP TABLE grid
    """,
    """
    CREATE TABLE grid (
        version INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        note VARCHAR,
        community_id INTEGER,
        since VARCHAR,
        until VARCHAR,
        successor_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(community_id) REFERENCES community (id),
        FOREIGN KEY(successor_id) REFERENCES grid (id)
    )
    """,
    """
    INSERT INTO grid (id, version, number, name, note)
    SELECT id, version, number, name, note FROM temp.old_grid ORDER BY id
    """,
    """
    DROP TABLE temp.old_grid
    """,
    """
    CREATE INDEX ix_grid_community_id ON grid (community_id)
    """,
    """
    CREATE UNIQUE INDEX ix_grid_name ON grid (name) WHERE until IS NULL
    """,
    """
    CREATE UNIQUE INDEX ix_grid_number ON grid (number) WHERE until IS NULL
    """,
    """
    CREATE INDEX ix_grid_order ON grid (length(number), number)
    """,
    """
    CREATE INDEX ix_grid_successor_id ON grid (successor_id)
    """,
    """
    CREATE TEMP TABLE old_building AS SELECT * FROM grid_building
    """,
    """
    DROP TABLE grid_building
    """,
    """
    CREATE TABLE grid_building (
        grid_id INTEGER NOT NULL,
        estate VARCHAR,
        building VARCHAR,
        unit VARCHAR,
        room VARCHAR,
        place_key VARCHAR NOT NULL,
        since VARCHAR,
        until VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE CASCADE
    )
    """,
    """
    INSERT INTO grid_building (id, grid_id, estate, building, place_key)
    SELECT id, grid_id, estate, building, building_key || '||' FROM temp.old_building ORDER BY id
    """,
    """
    DROP TABLE temp.old_building
    """,
    """
    CREATE INDEX ix_grid_building_grid_id ON grid_building (grid_id)
    """,
    """
    CREATE UNIQUE INDEX ix_grid_building_place_key ON grid_building (place_key)
    WHERE until IS NULL
    """,
    """
    DELETE FROM sqlite_sequence WHERE name IN ('grid', 'grid_building')
    """,
    """
    INSERT INTO sqlite_sequence (name, seq) SELECT name, seq FROM temp.last_id
    """,
    """
    DROP TABLE temp.last_id
    """,
    """
    CREATE TABLE grid_title (
        grid_id INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        since VARCHAR,
        until VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_grid_title_grid_id ON grid_title (grid_id)
    """,
    """
    ALTER TABLE grid_officer ADD COLUMN since VARCHAR
    """,
    """
    ALTER TABLE grid_officer ADD COLUMN until VARCHAR
    """,
    """
    ALTER TABLE grid_officer ADD COLUMN staff_id INTEGER
        REFERENCES staff (id) ON DELETE SET NULL
    """,
    """
    ALTER TABLE grid_officer ADD COLUMN resident_id INTEGER
        REFERENCES resident (id) ON DELETE SET NULL
    """,
    """
    ALTER TABLE grid_officer ADD COLUMN building_key VARCHAR
    """,
    """
    ALTER TABLE grid_officer ADD COLUMN note VARCHAR
    """,
    """
    CREATE INDEX ix_grid_officer_resident_id ON grid_officer (resident_id)
    """,
    """
    CREATE INDEX ix_grid_officer_staff_id ON grid_officer (staff_id)
    """,
    """
    ALTER TABLE card_issue ADD COLUMN grid VARCHAR
    """,
    """
    ALTER TABLE card_issue ADD COLUMN officers VARCHAR
    """,
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
    # Notices: kinds, register, who gets them, what was printed.
    """
    CREATE TABLE notice_template (
        "key" VARCHAR NOT NULL, title VARCHAR NOT NULL, content VARCHAR NOT NULL, id INTEGER
        NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE ("key")
    )
    """,
    """
    CREATE TABLE notice (
        version INTEGER NOT NULL, kind VARCHAR NOT NULL, title VARCHAR NOT NULL, state
        VARCHAR NOT NULL, revision INTEGER NOT NULL, prefix VARCHAR, number_year INTEGER,
        number_seq INTEGER, day VARCHAR NOT NULL, issuer VARCHAR NOT NULL, grid_id INTEGER,
        content VARCHAR NOT NULL, withdrawn_on VARCHAR, withdrawn_reason VARCHAR, account
        VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (prefix,
        number_year, number_seq), FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET
        NULL
    )
    """,
    "CREATE INDEX ix_notice_day ON notice (day)",
    "CREATE INDEX ix_notice_kind ON notice (kind)",
    """
    CREATE TABLE notice_recipient (
        notice_id INTEGER NOT NULL, position INTEGER NOT NULL, resident_id INTEGER, name
        VARCHAR NOT NULL, place VARCHAR NOT NULL, building VARCHAR NOT NULL, facts VARCHAR
        NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(notice_id)
        REFERENCES notice (id) ON DELETE CASCADE, FOREIGN KEY(resident_id) REFERENCES
        resident (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_notice_recipient_notice_id ON notice_recipient (notice_id)",
    "CREATE INDEX ix_notice_recipient_resident_id ON notice_recipient (resident_id)",
    """
    CREATE TABLE notice_file (
        notice_id INTEGER NOT NULL, revision INTEGER NOT NULL, made_at VARCHAR NOT NULL,
        account VARCHAR NOT NULL, reason VARCHAR, pages INTEGER NOT NULL, digest VARCHAR NOT
        NULL, content BLOB, frozen VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY
        AUTOINCREMENT, UNIQUE (notice_id, revision), FOREIGN KEY(notice_id) REFERENCES
        notice (id)
    )
    """,
    """
    CREATE TABLE reception_rule (
        version INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        weekdays VARCHAR NOT NULL,
        hours VARCHAR,
        place VARCHAR,
        grid_id INTEGER,
        receivers VARCHAR NOT NULL,
        since VARCHAR NOT NULL,
        until VARCHAR,
        on_holiday VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE TABLE reception_day (
        rule_id INTEGER NOT NULL,
        planned VARCHAR NOT NULL,
        held_on VARCHAR,
        receiver VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (rule_id, planned),
        FOREIGN KEY(rule_id) REFERENCES reception_rule (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE reception_visit (
        version INTEGER NOT NULL,
        day VARCHAR NOT NULL,
        rule_id INTEGER,
        grid_id INTEGER,
        name VARCHAR NOT NULL,
        resident_id INTEGER,
        phone VARCHAR,
        persons INTEGER NOT NULL,
        matter_code VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        receiver VARCHAR,
        result VARCHAR NOT NULL,
        answer VARCHAR,
        follow_up VARCHAR,
        closed_on VARCHAR,
        outcome VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(rule_id) REFERENCES reception_rule (id) ON DELETE SET NULL,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_reception_visit_day ON reception_visit (day)",
    "CREATE INDEX ix_reception_visit_follow_up ON reception_visit (follow_up)",
    "CREATE INDEX ix_reception_visit_grid_id ON reception_visit (grid_id)",
    "CREATE INDEX ix_reception_visit_resident_id ON reception_visit (resident_id)",
    "CREATE INDEX ix_reception_visit_rule_id ON reception_visit (rule_id)",
    """
    CREATE TABLE walk_sheet (
        version INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        walker VARCHAR,
        made_on VARCHAR NOT NULL,
        walked_on VARCHAR,
        void_reason VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE TABLE walk_line (
        sheet_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        dwelling_id INTEGER,
        household_id INTEGER,
        resident_id INTEGER,
        result VARCHAR,
        note VARCHAR,
        visit_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (sheet_id, position),
        FOREIGN KEY(sheet_id) REFERENCES walk_sheet (id) ON DELETE CASCADE,
        FOREIGN KEY(dwelling_id) REFERENCES dwelling (id) ON DELETE SET NULL,
        FOREIGN KEY(household_id) REFERENCES household (id) ON DELETE SET NULL,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_walk_line_dwelling_id ON walk_line (dwelling_id)",
    "CREATE INDEX ix_walk_line_household_id ON walk_line (household_id)",
    "CREATE INDEX ix_walk_line_resident_id ON walk_line (resident_id)",
    "CREATE INDEX ix_walk_line_visit_id ON walk_line (visit_id)",
    # Posts that are claimed, pledges, texts of duties.
    """
    CREATE TABLE duty_post (
        version INTEGER NOT NULL, kind_code VARCHAR NOT NULL, name VARCHAR NOT NULL,
        duties VARCHAR, pledge VARCHAR, wanted INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (name)
    )
    """,
    """
    CREATE TABLE post_claim (
        version INTEGER NOT NULL, post_id INTEGER NOT NULL, grid_id INTEGER,
        resident_id INTEGER, name VARCHAR NOT NULL, phone VARCHAR, since VARCHAR NOT NULL,
        until VARCHAR, pledge VARCHAR, pledged_on VARCHAR, kept BOOLEAN, kept_on VARCHAR,
        kept_note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(post_id) REFERENCES duty_post (id),
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_post_claim_grid_id ON post_claim (grid_id)",
    "CREATE INDEX ix_post_claim_post_id ON post_claim (post_id)",
    "CREATE INDEX ix_post_claim_resident_id ON post_claim (resident_id)",
    """
    CREATE TABLE duty_text (
        version INTEGER NOT NULL, title VARCHAR NOT NULL, text VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (title)
    )
    """,
    # The picture of the community.
    """
    CREATE TABLE map_place (
        building_key VARCHAR NOT NULL,
        x INTEGER NOT NULL,
        y INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (building_key)
    )
    """,
    """
    CREATE TABLE map_label (
        kind VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        x INTEGER NOT NULL,
        y INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
)


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
