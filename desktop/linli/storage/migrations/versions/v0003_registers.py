"""Version 3: registers, party membership, origin, merged people, kept filters, one index.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    """
    ALTER TABLE resident ADD COLUMN origin_village VARCHAR
    """,
    """
    ALTER TABLE resident ADD COLUMN returned BOOLEAN
    """,
    """
    ALTER TABLE resident ADD COLUMN merged_into INTEGER REFERENCES resident (id)
    """,
    """
    DROP INDEX ix_resident_name_pinyin
    """,
    """
    DROP INDEX ix_resident_birth
    """,
    """
    DROP INDEX ix_resident_home_id
    """,
    """
    DROP INDEX ix_resident_household_id
    """,
    """
    DROP INDEX ix_resident_recycled_at
    """,
    """
    DROP INDEX ix_dwelling_grid_id
    """,
    """
    CREATE INDEX ix_resident_pinyin ON resident (name_pinyin, name, id, recycled_at, status)
    """,
    """
    CREATE INDEX ix_resident_birth ON resident (birth, id, recycled_at, status)
    """,
    """
    CREATE INDEX ix_resident_home ON resident
        (home_id, household_id, relation_code IS NOT '02', id, recycled_at, status,
        sex, birth, education_code, marriage_code, politics_code, relation_code,
        returned, photo IS NULL, created_at)
    """,
    """
    CREATE INDEX ix_resident_household ON resident
        (household_id, relation_code IS NOT '02', id, recycled_at, status)
    """,
    """
    CREATE INDEX ix_resident_party_member ON resident (id, recycled_at, status, politics_code)
    WHERE politics_code IN ('01', '02')
    """,
    """
    CREATE INDEX ix_resident_recycled ON resident (recycled_at) WHERE recycled_at IS NOT NULL
    """,
    """
    CREATE INDEX ix_dwelling_grid ON dwelling (grid_id, sort_key)
    """,
    """
    CREATE INDEX ix_grid_order ON grid (length(number), number)
    """,
    """
    CREATE INDEX ix_household_order ON household (length(number), number)
    """,
    """
    CREATE INDEX ix_resident_origin_village ON resident (origin_village)
    """,
    """
    CREATE INDEX ix_resident_merged_into ON resident (merged_into)
    """,
    """
    CREATE TABLE party_membership (
        resident_id INTEGER NOT NULL,
        branch VARCHAR,
        joined VARCHAR,
        management VARCHAR,
        belonging VARCHAR,
        home_organisation VARCHAR,
        certificate VARCHAR,
        registered VARCHAR,
        difficulty BOOLEAN NOT NULL,
        post VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (resident_id),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_party_membership_belonging ON party_membership (belonging)
    """,
    """
    CREATE INDEX ix_party_membership_branch ON party_membership (branch)
    """,
    """
    CREATE INDEX ix_party_membership_management ON party_membership (management)
    """,
    """
    CREATE TABLE entitlement (
        version INTEGER NOT NULL,
        resident_id INTEGER NOT NULL,
        kind_code VARCHAR NOT NULL,
        number VARCHAR,
        persons INTEGER,
        amount INTEGER,
        since VARCHAR,
        until VARCHAR,
        review_date VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_entitlement_kind_code ON entitlement (kind_code)
    """,
    """
    CREATE INDEX ix_entitlement_resident_id ON entitlement (resident_id)
    """,
    """
    CREATE INDEX ix_entitlement_review_date ON entitlement (review_date)
    """,
    """
    CREATE TABLE visit (
        version INTEGER NOT NULL,
        day VARCHAR NOT NULL,
        kind_code VARCHAR NOT NULL,
        resident_id INTEGER,
        household_id INTEGER,
        visitor VARCHAR,
        content VARCHAR,
        next_due VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        CONSTRAINT ck_visit_one_subject CHECK ((household_id IS NULL) <> (resident_id IS NULL)),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE,
        FOREIGN KEY(household_id) REFERENCES household (id)
    )
    """,
    """
    CREATE INDEX ix_visit_day ON visit (day)
    """,
    """
    CREATE INDEX ix_visit_household_id ON visit (household_id)
    """,
    """
    CREATE INDEX ix_visit_kind_code ON visit (kind_code)
    """,
    """
    CREATE INDEX ix_visit_next_due ON visit (next_due)
    """,
    """
    CREATE INDEX ix_visit_resident_id ON visit (resident_id)
    """,
    """
    CREATE TABLE organisation (
        version INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        name_pinyin VARCHAR NOT NULL,
        kind_code VARCHAR NOT NULL,
        credit_code VARCHAR,
        address VARCHAR,
        phone VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name),
        UNIQUE (credit_code)
    )
    """,
    """
    CREATE INDEX ix_organisation_kind_code ON organisation (kind_code)
    """,
    """
    CREATE INDEX ix_organisation_name_pinyin ON organisation (name_pinyin)
    """,
    """
    CREATE TABLE organisation_leader (
        organisation_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        post VARCHAR,
        phone VARCHAR,
        since VARCHAR,
        until VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_organisation_leader_organisation_id ON organisation_leader (organisation_id)
    """,
    """
    CREATE TABLE training (
        version INTEGER NOT NULL,
        day VARCHAR NOT NULL,
        kind_code VARCHAR NOT NULL,
        topic VARCHAR NOT NULL,
        place VARCHAR,
        teacher VARCHAR,
        headcount INTEGER NOT NULL,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE INDEX ix_training_day ON training (day)
    """,
    """
    CREATE TABLE survey (
        version INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        day VARCHAR NOT NULL,
        handed_out INTEGER NOT NULL,
        questions VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE INDEX ix_survey_day ON survey (day)
    """,
    """
    CREATE TABLE survey_tally (
        survey_id INTEGER NOT NULL,
        question INTEGER NOT NULL,
        choice INTEGER NOT NULL,
        count INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (survey_id, question, choice),
        FOREIGN KEY(survey_id) REFERENCES survey (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE bed (
        version INTEGER NOT NULL,
        facility VARCHAR NOT NULL,
        room VARCHAR,
        number VARCHAR NOT NULL,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
    )
    """,
    """
    CREATE INDEX ix_bed_facility ON bed (facility)
    """,
    """
    CREATE TABLE bed_stay (
        version INTEGER NOT NULL,
        bed_id INTEGER NOT NULL,
        resident_id INTEGER,
        name VARCHAR NOT NULL,
        contact VARCHAR,
        since VARCHAR NOT NULL,
        until VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(bed_id) REFERENCES bed (id) ON DELETE CASCADE,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_bed_stay_bed_id ON bed_stay (bed_id)
    """,
    """
    CREATE INDEX ix_bed_stay_resident_id ON bed_stay (resident_id)
    """,
    """
    CREATE TABLE neighbour (
        version INTEGER NOT NULL,
        resident_id INTEGER NOT NULL,
        neighbour_id INTEGER,
        name VARCHAR NOT NULL,
        phone VARCHAR,
        holds_key BOOLEAN NOT NULL,
        call_first BOOLEAN NOT NULL,
        since VARCHAR,
        until VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE,
        FOREIGN KEY(neighbour_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_neighbour_neighbour_id ON neighbour (neighbour_id)
    """,
    """
    CREATE INDEX ix_neighbour_resident_id ON neighbour (resident_id)
    """,
    """
    CREATE TABLE saved_filter (
        position INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE not_same (
        first_id INTEGER NOT NULL,
        second_id INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (first_id, second_id),
        FOREIGN KEY(first_id) REFERENCES resident (id) ON DELETE CASCADE,
        FOREIGN KEY(second_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_not_same_second_id ON not_same (second_id)
    """,
    """
    CREATE TABLE merge (
        kept_id INTEGER NOT NULL,
        gone_id INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(kept_id) REFERENCES resident (id),
        FOREIGN KEY(gone_id) REFERENCES resident (id)
    )
    """,
    """
    CREATE INDEX ix_merge_gone_id ON merge (gone_id)
    """,
    """
    CREATE INDEX ix_merge_kept_id ON merge (kept_id)
    """,
    """
    CREATE TABLE merge_step (
        merge_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id INTEGER NOT NULL,
        "before" VARCHAR,
        "after" VARCHAR,
        undone_at VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (merge_id, position),
        FOREIGN KEY(merge_id) REFERENCES merge (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_merge_step_row ON merge_step (table_name, row_id)
    """,
    """
    CREATE TABLE journal_founding (
        entry_id INTEGER NOT NULL,
        PRIMARY KEY (entry_id),
        FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
    )
    """,
    """
    DROP TABLE search_key
    """,
    """
    DROP TABLE name_fts
    """,
    """
    DROP TABLE phone_fts
    """,
    """
    DROP TABLE address_fts
    """,
    """
    CREATE VIRTUAL TABLE person_fts USING fts5(
        words,
        content='',
        contentless_delete=1,
        detail=none,
        tokenize="ascii tokenchars '$^?-/#%=~|<*+@&!'"
    )
    """,
    # Rows wait in memory until 16 MB are together: an import writes few pieces, which read fast.
    """
    INSERT INTO person_fts (person_fts, rank) VALUES ('hashsize', 16777216)
    """,
)


def upgrade() -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
