"""Version 6: mediation, time limits, petitions; who is on duty, rosters and the rest of duty.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0006"
down_revision = "0005"


def _indexes(table: str, *columns: str) -> tuple[str, ...]:
    """Return the statements for an index on each column."""
    return tuple(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})" for column in columns)


_STATEMENTS: tuple[str, ...] = (
    # Mediation cases.
    """
    CREATE TABLE mediation_case (
         version INTEGER NOT NULL, title VARCHAR NOT NULL, registered_on VARCHAR NOT
        NULL, occurred_on VARCHAR, place VARCHAR, grid_id INTEGER, grid VARCHAR,
        kind_code VARCHAR NOT NULL, event_code VARCHAR, source VARCHAR NOT NULL,
        source_unit VARCHAR, amount INTEGER, scale VARCHAR NOT NULL, persons INTEGER NOT
        NULL, summary VARCHAR, requests VARCHAR NOT NULL, mediators_group VARCHAR,
        is_difficult BOOLEAN NOT NULL, first_level VARCHAR NOT NULL, stage VARCHAR NOT
        NULL, since VARCHAR NOT NULL, level VARCHAR NOT NULL, away_since VARCHAR, unit
        VARCHAR, accepted_on VARCHAR, has_risk BOOLEAN NOT NULL, number_year INTEGER,
        number_sequence INTEGER, number_mark VARCHAR, account VARCHAR NOT NULL, id
        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(grid_id) REFERENCES grid
        (id) ON DELETE SET NULL
    )
    """,
    *_indexes("mediation_case", "accepted_on", "grid_id", "number_year", "registered_on", "stage"),
    """
    CREATE TABLE case_agreement (
         case_id INTEGER NOT NULL, form VARCHAR NOT NULL, agreed_on VARCHAR NOT NULL,
        effective_on VARCHAR NOT NULL, facts VARCHAR, terms VARCHAR NOT NULL,
        performance VARCHAR, recorder VARCHAR, applied_on VARCHAR, court VARCHAR,
        ruled_on VARCHAR, ruling VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (case_id), FOREIGN KEY(case_id) REFERENCES mediation_case (id) ON DELETE
        CASCADE
    )
    """,
    """
    CREATE TABLE case_duty (
         case_id INTEGER NOT NULL, position INTEGER NOT NULL, who VARCHAR NOT NULL, what
        VARCHAR NOT NULL, amount INTEGER, due VARCHAR, done_on VARCHAR, note VARCHAR, id
        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(case_id) REFERENCES
        mediation_case (id) ON DELETE CASCADE
    )
    """,
    *_indexes("case_duty", "case_id", "due"),
    """
    CREATE TABLE case_meeting (
         case_id INTEGER NOT NULL, is_inquiry BOOLEAN NOT NULL, day VARCHAR NOT NULL,
        hours VARCHAR, place VARCHAR, subject VARCHAR, present VARCHAR NOT NULL, invited
        VARCHAR NOT NULL, recorder VARCHAR, record VARCHAR, result VARCHAR, id INTEGER
        NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(case_id) REFERENCES
        mediation_case (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_case_meeting_case_id ON case_meeting (case_id)",
    """
    CREATE TABLE case_step (
         case_id INTEGER NOT NULL, position INTEGER NOT NULL, step VARCHAR NOT NULL, day
        VARCHAR NOT NULL, reason VARCHAR, level VARCHAR, unit VARCHAR, last_day VARCHAR,
        consented BOOLEAN NOT NULL, ruling VARCHAR, risk VARCHAR, persons INTEGER, stage
        VARCHAR NOT NULL, account VARCHAR NOT NULL, entered_at VARCHAR NOT NULL, id
        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(case_id) REFERENCES
        mediation_case (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_case_step_case_id ON case_step (case_id)",
    """
    CREATE TABLE case_visit (
         case_id INTEGER NOT NULL, day VARCHAR NOT NULL, visitor VARCHAR NOT NULL,
        performance VARCHAR, satisfaction VARCHAR, note VARCHAR, next_due VARCHAR, id
        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(case_id) REFERENCES
        mediation_case (id) ON DELETE CASCADE
    )
    """,
    *_indexes("case_visit", "case_id", "next_due"),
    """
    CREATE TABLE case_mediator (
         case_id INTEGER NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL,
        phone VARCHAR, staff_id INTEGER, resident_id INTEGER, presides BOOLEAN NOT NULL,
        chosen_by_parties BOOLEAN NOT NULL, id INTEGER NOT NULL PRIMARY KEY
        AUTOINCREMENT, FOREIGN KEY(case_id) REFERENCES mediation_case (id) ON DELETE
        CASCADE, FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE SET NULL, FOREIGN
        KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    *_indexes("case_mediator", "case_id", "name", "resident_id", "staff_id"),
    """
    CREATE TABLE case_party (
         case_id INTEGER NOT NULL, position INTEGER NOT NULL, side VARCHAR NOT NULL,
        name VARCHAR NOT NULL, is_organisation BOOLEAN NOT NULL, resident_id INTEGER,
        organisation_id INTEGER, sex_code VARCHAR, ethnicity_code VARCHAR, birth
        VARCHAR, occupation VARCHAR, id_number VARCHAR, phone VARCHAR, address VARCHAR,
        representative VARCHAR, representative_post VARCHAR, agent_name VARCHAR,
        agent_id_number VARCHAR, agent_phone VARCHAR, agent_address VARCHAR,
        agent_relation VARCHAR, agent_powers VARCHAR, agent_since VARCHAR, agent_until
        VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, FOREIGN KEY(case_id)
        REFERENCES mediation_case (id) ON DELETE CASCADE, FOREIGN KEY(resident_id)
        REFERENCES resident (id) ON DELETE SET NULL, FOREIGN KEY(organisation_id)
        REFERENCES organisation (id) ON DELETE SET NULL
    )
    """,
    *_indexes("case_party", "case_id", "name", "organisation_id", "resident_id"),
    """
    CREATE VIRTUAL TABLE case_fts USING fts5(
        words,
        content='',
        contentless_delete=1,
        tokenize="ascii"
    )
    """,
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
    # The report of mediation.
    """
    CREATE TABLE case_report_entry (
        period VARCHAR NOT NULL, "key" VARCHAR NOT NULL, value INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (period, "key")
    )
    """,
    """
    CREATE TABLE case_report (
        period VARCHAR NOT NULL, made_at VARCHAR NOT NULL, account VARCHAR NOT NULL,
        note VARCHAR, content VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    "CREATE INDEX ix_case_report_period ON case_report (period)",
    # Sweeps, petitions and suggestions.
    """
    CREATE TABLE sweep (
        version INTEGER NOT NULL, day VARCHAR NOT NULL, hours VARCHAR, grid_id INTEGER,
        goers VARCHAR NOT NULL, scope VARCHAR, households INTEGER NOT NULL, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL
    )
    """,
    *_indexes("sweep", "day", "grid_id"),
    """
    CREATE TABLE sweep_finding (
        sweep_id INTEGER NOT NULL, position INTEGER NOT NULL, place VARCHAR,
        content VARCHAR NOT NULL, kind_code VARCHAR NOT NULL, risk BOOLEAN NOT NULL,
        handling VARCHAR NOT NULL, unit VARCHAR, prevented BOOLEAN NOT NULL, case_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(sweep_id) REFERENCES sweep (id) ON DELETE CASCADE,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id) ON DELETE SET NULL
    )
    """,
    *_indexes("sweep_finding", "case_id", "sweep_id"),
    """
    CREATE TABLE sweep_person (
        finding_id INTEGER NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL,
        resident_id INTEGER, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(finding_id) REFERENCES sweep_finding (id) ON DELETE CASCADE,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    *_indexes("sweep_person", "finding_id", "resident_id"),
    """
    CREATE TABLE petition (
        version INTEGER NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
        form VARCHAR NOT NULL, received_on VARCHAR NOT NULL, name VARCHAR NOT NULL,
        resident_id INTEGER, phone VARCHAR, address VARCHAR, persons INTEGER NOT NULL,
        representatives VARCHAR, matter VARCHAR NOT NULL, content VARCHAR, grid_id INTEGER,
        repeats_id INTEGER, visit_id INTEGER, simple BOOLEAN NOT NULL, state VARCHAR NOT NULL,
        voided_reason VARCHAR, account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (year, sequence),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL,
        FOREIGN KEY(repeats_id) REFERENCES petition (id) ON DELETE SET NULL,
        FOREIGN KEY(visit_id) REFERENCES reception_visit (id) ON DELETE SET NULL
    )
    """,
    *_indexes("petition", "grid_id", "name", "received_on"),
    *_indexes("petition", "repeats_id", "resident_id", "state", "visit_id"),
    """
    CREATE TABLE petition_step (
        petition_id INTEGER NOT NULL, position INTEGER NOT NULL, move VARCHAR NOT NULL,
        day VARCHAR NOT NULL, person VARCHAR NOT NULL, unit VARCHAR, text VARCHAR,
        approver VARCHAR, last_day VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (petition_id, position),
        FOREIGN KEY(petition_id) REFERENCES petition (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE suggestion (
        version INTEGER NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
        day VARCHAR NOT NULL, name VARCHAR, resident_id INTEGER, phone VARCHAR, grid_id INTEGER,
        content VARCHAR NOT NULL, replied_on VARCHAR, reply VARCHAR, replier VARCHAR,
        adoption VARCHAR, voided_reason VARCHAR, account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (year, sequence),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE SET NULL
    )
    """,
    *_indexes("suggestion", "day", "grid_id", "resident_id"),
    # Files of cases.
    """
    CREATE TABLE case_scan (
        digest VARCHAR NOT NULL, media_type VARCHAR NOT NULL, size INTEGER NOT NULL,
        pages INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (digest)
    )
    """,
    """
    CREATE TABLE case_file (
        version INTEGER NOT NULL, case_id INTEGER NOT NULL, party_id INTEGER,
        position INTEGER NOT NULL, paper_kind VARCHAR NOT NULL, subject VARCHAR,
        name VARCHAR NOT NULL, note VARCHAR, replaces BOOLEAN NOT NULL, digest VARCHAR NOT NULL,
        added_on VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(case_id) REFERENCES mediation_case (id) ON DELETE CASCADE,
        FOREIGN KEY(party_id) REFERENCES case_party (id) ON DELETE SET NULL,
        FOREIGN KEY(digest) REFERENCES case_scan (digest)
    )
    """,
    *_indexes("case_file", "case_id", "digest", "party_id"),
    """
    CREATE TABLE case_volume (
        case_id INTEGER NOT NULL, revision INTEGER NOT NULL, made_at VARCHAR NOT NULL,
        account VARCHAR NOT NULL, pages INTEGER NOT NULL, digest VARCHAR NOT NULL, content BLOB,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (case_id, revision),
        FOREIGN KEY(case_id) REFERENCES mediation_case (id)
    )
    """,
    # Documents of cases.
    """
    CREATE TABLE case_paper (
        version INTEGER NOT NULL, case_id INTEGER NOT NULL, paper_kind VARCHAR NOT NULL,
        subject VARCHAR NOT NULL, revision INTEGER NOT NULL, state VARCHAR NOT NULL,
        texts VARCHAR NOT NULL, content VARCHAR, issued_on VARCHAR, reason VARCHAR,
        account VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (case_id, paper_kind, subject, revision),
        FOREIGN KEY(case_id) REFERENCES mediation_case (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_case_paper_case_id ON case_paper (case_id)",
    # Who can be on duty, and rosters.
    """
    CREATE TABLE worker (
        version INTEGER NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
        phone VARCHAR, staff_id INTEGER, resident_id INTEGER, employment_code VARCHAR,
        station_id INTEGER, skills VARCHAR NOT NULL, qualifications VARCHAR NOT NULL,
        free_times VARCHAR NOT NULL, nights BOOLEAN NOT NULL, most_hours INTEGER,
        sex_code VARCHAR, since VARCHAR, until VARCHAR, note VARCHAR,
        volunteer_number VARCHAR, registered_on VARCHAR, source_code VARCHAR, items VARCHAR,
        team_id INTEGER, document_kind VARCHAR, document_number VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE SET NULL,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
        FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE SET NULL
    )
    """,
    *_indexes("worker", "name", "resident_id", "staff_id", "station_id", "team_id"),
    """
    CREATE TABLE worker_leave (
        worker_id INTEGER NOT NULL, first VARCHAR NOT NULL, last VARCHAR NOT NULL,
        kind VARCHAR NOT NULL, note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE CASCADE
    )
    """,
    *_indexes("worker_leave", "first", "worker_id"),
    """
    CREATE TABLE worker_apart (
        one_id INTEGER NOT NULL, other_id INTEGER NOT NULL, reason VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (one_id, other_id),
        FOREIGN KEY(one_id) REFERENCES worker (id) ON DELETE CASCADE,
        FOREIGN KEY(other_id) REFERENCES worker (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_worker_apart_other_id ON worker_apart (other_id)",
    """
    CREATE TABLE roster_plan (
        version INTEGER NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL,
        rules VARCHAR NOT NULL, reception_rule_id INTEGER, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (name),
        FOREIGN KEY(reception_rule_id) REFERENCES reception_rule (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_roster_plan_reception_rule_id ON roster_plan (reception_rule_id)",
    """
    CREATE TABLE roster_shift (
        plan_id INTEGER NOT NULL, position INTEGER NOT NULL, name VARCHAR NOT NULL,
        station_id INTEGER, post VARCHAR NOT NULL, begins VARCHAR NOT NULL,
        ends VARCHAR NOT NULL, needs VARCHAR NOT NULL, weekdays VARCHAR NOT NULL,
        is_night BOOLEAN NOT NULL, skill VARCHAR, kinds VARCHAR NOT NULL,
        employments VARCHAR NOT NULL, on_reception BOOLEAN NOT NULL, retired BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(plan_id) REFERENCES roster_plan (id) ON DELETE CASCADE,
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL
    )
    """,
    *_indexes("roster_shift", "plan_id", "station_id"),
    """
    CREATE TABLE roster_person (
        plan_id INTEGER NOT NULL, worker_id INTEGER NOT NULL, position INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (plan_id, worker_id),
        FOREIGN KEY(plan_id) REFERENCES roster_plan (id) ON DELETE CASCADE,
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_roster_person_worker_id ON roster_person (worker_id)",
    """
    CREATE TABLE roster_month (
        version INTEGER NOT NULL, plan_id INTEGER NOT NULL, month VARCHAR NOT NULL,
        published_on VARCHAR, published_by VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (plan_id, month),
        FOREIGN KEY(plan_id) REFERENCES roster_plan (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE roster_cell (
        month_id INTEGER NOT NULL, shift_id INTEGER NOT NULL, day VARCHAR NOT NULL,
        worker_id INTEGER NOT NULL, locked BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (shift_id, day, worker_id),
        FOREIGN KEY(month_id) REFERENCES roster_month (id) ON DELETE CASCADE,
        FOREIGN KEY(shift_id) REFERENCES roster_shift (id) ON DELETE CASCADE,
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE CASCADE
    )
    """,
    *_indexes("roster_cell", "day", "month_id", "worker_id"),
    """
    CREATE TABLE roster_wish (
        worker_id INTEGER NOT NULL, day VARCHAR NOT NULL, shift_id INTEGER,
        wants BOOLEAN NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE CASCADE,
        FOREIGN KEY(shift_id) REFERENCES roster_shift (id) ON DELETE CASCADE
    )
    """,
    *_indexes("roster_wish", "day", "shift_id", "worker_id"),
    """
    CREATE TABLE roster_change (
        month_id INTEGER NOT NULL, kind VARCHAR NOT NULL, day VARCHAR NOT NULL,
        shift_id INTEGER NOT NULL, leaves_id INTEGER NOT NULL, comes_id INTEGER NOT NULL,
        other_day VARCHAR, other_shift_id INTEGER, agreed_by VARCHAR NOT NULL,
        reason VARCHAR NOT NULL, entered_at VARCHAR NOT NULL, account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(month_id) REFERENCES roster_month (id) ON DELETE CASCADE,
        FOREIGN KEY(shift_id) REFERENCES roster_shift (id) ON DELETE CASCADE,
        FOREIGN KEY(leaves_id) REFERENCES worker (id) ON DELETE CASCADE,
        FOREIGN KEY(comes_id) REFERENCES worker (id) ON DELETE CASCADE,
        FOREIGN KEY(other_shift_id) REFERENCES roster_shift (id) ON DELETE CASCADE
    )
    """,
    *_indexes("roster_change", "comes_id", "leaves_id", "month_id", "other_shift_id", "shift_id"),
    # stations, guides and matters done for people
    """
    CREATE TABLE station_point (
        station_id INTEGER NOT NULL, point VARCHAR NOT NULL, present BOOLEAN NOT NULL,
        checked_on VARCHAR NOT NULL, note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (station_id, point),
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE guide (
        version INTEGER NOT NULL, kind VARCHAR NOT NULL, title VARCHAR NOT NULL,
        station_id INTEGER, basis VARCHAR, conditions VARCHAR, materials VARCHAR, steps VARCHAR,
        days INTEGER, unit VARCHAR NOT NULL, fee VARCHAR, phone VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_guide_station_id ON guide (station_id)",
    """
    CREATE TABLE agency_case (
        version INTEGER NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
        resident_id INTEGER, name VARCHAR NOT NULL, phone VARCHAR, received_on VARCHAR NOT NULL,
        item VARCHAR NOT NULL, guide_id INTEGER, station_id INTEGER, materials VARCHAR,
        promised_on VARCHAR, first_asked VARCHAR NOT NULL, closed_on VARCHAR, result VARCHAR,
        taken_by VARCHAR, voided_reason VARCHAR, account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (year, sequence),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(guide_id) REFERENCES guide (id) ON DELETE SET NULL,
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL
    )
    """,
    *_indexes("agency_case", "guide_id", "resident_id", "station_id"),
    """
    CREATE TABLE agency_step (
        case_id INTEGER NOT NULL, day VARCHAR NOT NULL, giver VARCHAR NOT NULL,
        taker VARCHAR NOT NULL, words VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(case_id) REFERENCES agency_case (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_agency_step_case_id ON agency_step (case_id)",
    # Attendance and hours.
    """
    CREATE TABLE service_record (
        version INTEGER NOT NULL, worker_id INTEGER NOT NULL, day VARCHAR NOT NULL,
        begins VARCHAR, ends VARCHAR, quarters INTEGER NOT NULL, item VARCHAR, content VARCHAR,
        station_id INTEGER, place VARCHAR, source VARCHAR NOT NULL, shift_id INTEGER,
        confirmed_by VARCHAR, note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (worker_id, day, shift_id),
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE CASCADE,
        FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
        FOREIGN KEY(shift_id) REFERENCES roster_shift (id) ON DELETE SET NULL
    )
    """,
    *_indexes("service_record", "day", "shift_id", "station_id"),
    """
    CREATE TABLE volunteer_note (
        worker_id INTEGER NOT NULL, kind VARCHAR NOT NULL, day VARCHAR NOT NULL,
        content VARCHAR NOT NULL, giver VARCHAR, quarters INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(worker_id) REFERENCES worker (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_volunteer_note_worker_id ON volunteer_note (worker_id)",
    """
    CREATE TABLE hand_over (
        version INTEGER NOT NULL, day VARCHAR NOT NULL, at VARCHAR NOT NULL,
        shift VARCHAR NOT NULL, given_id INTEGER, taken_id INTEGER, happened VARCHAR,
        left_open VARCHAR, settled_on VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(given_id) REFERENCES worker (id) ON DELETE SET NULL,
        FOREIGN KEY(taken_id) REFERENCES worker (id) ON DELETE SET NULL
    )
    """,
    *_indexes("hand_over", "day", "given_id", "taken_id"),
    """
    CREATE TABLE hours_certificate (
        version INTEGER NOT NULL, year INTEGER NOT NULL, sequence INTEGER NOT NULL,
        worker_id INTEGER NOT NULL, name VARCHAR NOT NULL, document_kind VARCHAR,
        document_number VARCHAR, volunteer_number VARCHAR, first VARCHAR NOT NULL,
        last VARCHAR NOT NULL, items VARCHAR NOT NULL, issuer VARCHAR NOT NULL,
        manager VARCHAR NOT NULL, handler VARCHAR NOT NULL, contact VARCHAR NOT NULL,
        issued_on VARCHAR NOT NULL, reissued_on VARCHAR, reissues INTEGER NOT NULL,
        account VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (year, sequence), FOREIGN KEY(worker_id) REFERENCES worker (id)
    )
    """,
    "CREATE INDEX ix_hours_certificate_worker_id ON hours_certificate (worker_id)",
    # Home services, providers and vouchers.
    """CREATE TABLE provider ( version INTEGER NOT NULL, name VARCHAR NOT NULL,
        what VARCHAR NOT NULL, phone VARCHAR, address VARCHAR, prices VARCHAR NOT NULL,
        until VARCHAR, note VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT )""",
    """CREATE TABLE voucher ( version INTEGER NOT NULL, number VARCHAR NOT NULL,
        value INTEGER NOT NULL, issued_on VARCHAR NOT NULL, name VARCHAR NOT NULL,
        resident_id INTEGER, valid_until VARCHAR, used_on VARCHAR, provider_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (number), FOREIGN KEY(resident_id)
        REFERENCES resident (id) ON DELETE SET NULL, FOREIGN KEY(provider_id) REFERENCES provider
        (id) ON DELETE SET NULL )""",
    *_indexes("voucher", "provider_id", "resident_id"),
    """CREATE TABLE dispatch ( version INTEGER NOT NULL, year INTEGER NOT NULL,
        sequence INTEGER NOT NULL, received_on VARCHAR NOT NULL, name VARCHAR NOT NULL,
        resident_id INTEGER, phone VARCHAR, address VARCHAR, what VARCHAR NOT NULL,
        wished_on VARCHAR, wished_time VARCHAR, price INTEGER, voucher_id INTEGER,
        state VARCHAR NOT NULL, worker_id INTEGER, provider_id INTEGER, satisfaction VARCHAR,
        account VARCHAR NOT NULL, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (year,
        sequence), FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL,
        FOREIGN KEY(voucher_id) REFERENCES voucher (id) ON DELETE SET NULL, FOREIGN KEY(worker_id)
        REFERENCES worker (id) ON DELETE SET NULL, FOREIGN KEY(provider_id) REFERENCES provider (id)
        ON DELETE SET NULL )""",
    *_indexes("dispatch", "provider_id", "resident_id", "voucher_id", "worker_id"),
    """CREATE TABLE dispatch_step ( dispatch_id INTEGER NOT NULL, position INTEGER NOT NULL,
        state VARCHAR NOT NULL, day VARCHAR NOT NULL, person VARCHAR NOT NULL, whom VARCHAR,
        words VARCHAR, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, UNIQUE (dispatch_id,
        position), FOREIGN KEY(dispatch_id) REFERENCES dispatch (id) ON DELETE CASCADE )""",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
