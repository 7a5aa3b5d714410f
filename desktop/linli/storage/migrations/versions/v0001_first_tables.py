"""Version 1: the first tables, frozen as they were released.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = (
    """
    CREATE TABLE account (
        name VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        active BOOLEAN NOT NULL,
        created_at VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE grid (
        version INTEGER NOT NULL,
        number VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (number),
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE journal_entry (
        at VARCHAR NOT NULL,
        account_id INTEGER NOT NULL,
        account VARCHAR NOT NULL,
        action VARCHAR NOT NULL,
        undoable BOOLEAN NOT NULL,
        undoes INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(undoes) REFERENCES journal_entry (id)
    )
    """,
    """
    CREATE INDEX ix_journal_entry_undoes ON journal_entry (undoes)
    """,
    """
    CREATE TABLE journal_open (
        id INTEGER NOT NULL,
        entry_id INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE photo (
        digest VARCHAR NOT NULL,
        media_type VARCHAR NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (digest)
    )
    """,
    """
    CREATE TABLE search_key (
        "key" VARCHAR NOT NULL,
        resident_id INTEGER NOT NULL,
        syllables VARCHAR NOT NULL,
        PRIMARY KEY ("key", resident_id, syllables)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_search_key_resident_id ON search_key (resident_id)
    """,
    """
    CREATE TABLE setting (
        "key" VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE audit_event (
        at VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        action VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        succeeded BOOLEAN NOT NULL,
        detail VARCHAR NOT NULL,
        entry_id INTEGER,
        digest VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
    )
    """,
    """
    CREATE TABLE dwelling (
        version INTEGER NOT NULL,
        estate VARCHAR,
        building VARCHAR,
        unit VARCHAR,
        room VARCHAR,
        address_key VARCHAR NOT NULL,
        building_key VARCHAR NOT NULL,
        sort_key VARCHAR NOT NULL,
        grid_id INTEGER,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (address_key),
        FOREIGN KEY(grid_id) REFERENCES grid (id)
    )
    """,
    """
    CREATE INDEX ix_dwelling_building_key ON dwelling (building_key)
    """,
    """
    CREATE INDEX ix_dwelling_grid_id ON dwelling (grid_id)
    """,
    """
    CREATE INDEX ix_dwelling_sort_key ON dwelling (sort_key)
    """,
    """
    CREATE TABLE grid_building (
        grid_id INTEGER NOT NULL,
        estate VARCHAR,
        building VARCHAR,
        building_key VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE CASCADE,
        UNIQUE (building_key)
    )
    """,
    """
    CREATE INDEX ix_grid_building_grid_id ON grid_building (grid_id)
    """,
    """
    CREATE TABLE grid_officer (
        grid_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        role VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        phone VARCHAR,
        photo VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(grid_id) REFERENCES grid (id) ON DELETE CASCADE,
        FOREIGN KEY(photo) REFERENCES photo (digest)
    )
    """,
    """
    CREATE INDEX ix_grid_officer_grid_id ON grid_officer (grid_id)
    """,
    """
    CREATE TABLE journal_change (
        entry_id INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        "before" VARCHAR,
        "after" VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
    )
    """,
    """
    CREATE INDEX ix_journal_change_entry_id ON journal_change (entry_id)
    """,
    """
    CREATE INDEX ix_journal_change_subject ON journal_change (subject)
    """,
    """
    CREATE TABLE household (
        version INTEGER NOT NULL,
        number VARCHAR,
        kind VARCHAR NOT NULL,
        dwelling_id INTEGER,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (number),
        FOREIGN KEY(dwelling_id) REFERENCES dwelling (id)
    )
    """,
    """
    CREATE INDEX ix_household_dwelling_id ON household (dwelling_id)
    """,
    """
    CREATE TABLE rental (
        dwelling_id INTEGER NOT NULL,
        number VARCHAR,
        landlord_name VARCHAR,
        landlord_document_kind VARCHAR,
        landlord_document VARCHAR,
        landlord_phone VARCHAR,
        rooms INTEGER,
        occupants INTEGER,
        management VARCHAR,
        review_date VARCHAR,
        since VARCHAR,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (dwelling_id),
        FOREIGN KEY(dwelling_id) REFERENCES dwelling (id) ON DELETE CASCADE,
        UNIQUE (number)
    )
    """,
    """
    CREATE INDEX ix_rental_review_date ON rental (review_date)
    """,
    """
    CREATE TABLE resident (
        version INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        name_pinyin VARCHAR NOT NULL,
        former_name VARCHAR,
        native_name VARCHAR,
        sex VARCHAR NOT NULL,
        birth VARCHAR,
        ethnicity_code VARCHAR,
        education_code VARCHAR,
        politics_code VARCHAR,
        marriage_code VARCHAR,
        relation_code VARCHAR,
        occupation VARCHAR,
        employer VARCHAR,
        registered_address VARCHAR,
        household_id INTEGER,
        dwelling_id INTEGER,
        home_id INTEGER,
        note VARCHAR,
        status VARCHAR NOT NULL,
        status_date VARCHAR,
        status_note VARCHAR,
        recycled_at VARCHAR,
        created_at VARCHAR NOT NULL,
        updated_at VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(household_id) REFERENCES household (id),
        FOREIGN KEY(dwelling_id) REFERENCES dwelling (id),
        FOREIGN KEY(home_id) REFERENCES dwelling (id)
    )
    """,
    """
    CREATE INDEX ix_resident_birth ON resident (birth)
    """,
    """
    CREATE INDEX ix_resident_dwelling_id ON resident (dwelling_id)
    """,
    """
    CREATE INDEX ix_resident_home_id ON resident (home_id)
    """,
    """
    CREATE INDEX ix_resident_household_id ON resident (household_id)
    """,
    """
    CREATE INDEX ix_resident_name_birth ON resident (name, birth)
    """,
    """
    CREATE INDEX ix_resident_name_pinyin ON resident (name_pinyin)
    """,
    """
    CREATE INDEX ix_resident_recycled_at ON resident (recycled_at)
    """,
    """
    CREATE TABLE card (
        number VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        household_id INTEGER,
        resident_id INTEGER,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        CONSTRAINT ck_card_one_subject CHECK ((household_id IS NULL) <> (resident_id IS NULL)),
        UNIQUE (number),
        FOREIGN KEY(household_id) REFERENCES household (id),
        FOREIGN KEY(resident_id) REFERENCES resident (id)
    )
    """,
    """
    CREATE UNIQUE INDEX ix_card_household_kind ON card (household_id, kind)
    """,
    """
    CREATE UNIQUE INDEX ix_card_resident_kind ON card (resident_id, kind)
    """,
    """
    CREATE TABLE floating_stay (
        resident_id INTEGER NOT NULL,
        origin VARCHAR,
        arrived VARCHAR,
        reason_code VARCHAR,
        housing_code VARCHAR,
        permit_code VARCHAR,
        permit_number VARCHAR,
        permit_expires VARCHAR,
        expected_leave VARCHAR,
        landlord_name VARCHAR,
        landlord_phone VARCHAR,
        management VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (resident_id),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_floating_stay_permit_expires ON floating_stay (permit_expires)
    """,
    """
    CREATE TABLE identity_document (
        resident_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        number VARCHAR NOT NULL,
        tail VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (kind, number),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_identity_document_number ON identity_document (number)
    """,
    """
    CREATE INDEX ix_identity_document_resident_id ON identity_document (resident_id)
    """,
    """
    CREATE INDEX ix_identity_document_tail ON identity_document (tail)
    """,
    """
    CREATE TABLE phone (
        resident_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        number VARCHAR NOT NULL,
        tail VARCHAR NOT NULL,
        note VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_phone_number ON phone (number)
    """,
    """
    CREATE INDEX ix_phone_resident_id ON phone (resident_id)
    """,
    """
    CREATE INDEX ix_phone_tail ON phone (tail)
    """,
    """
    CREATE TABLE resident_tag (
        resident_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (resident_id, kind, text),
        CONSTRAINT ck_resident_tag_kind CHECK (kind IN ('skill', 'care')),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_resident_tag_text ON resident_tag (kind, text)
    """,
    """
    CREATE TABLE tenancy (
        rental_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        resident_id INTEGER,
        name VARCHAR NOT NULL,
        document_kind VARCHAR,
        document VARCHAR,
        phone VARCHAR,
        room VARCHAR,
        since VARCHAR,
        until VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(rental_id) REFERENCES rental (id) ON DELETE CASCADE,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_tenancy_document ON tenancy (document)
    """,
    """
    CREATE INDEX ix_tenancy_rental_id ON tenancy (rental_id)
    """,
    """
    CREATE INDEX ix_tenancy_resident_id ON tenancy (resident_id)
    """,
    """
    CREATE TABLE card_issue (
        card_id INTEGER NOT NULL,
        issue INTEGER NOT NULL,
        kind_title VARCHAR NOT NULL,
        holder VARCHAR NOT NULL,
        holder_id INTEGER,
        fingerprint VARCHAR NOT NULL,
        layout VARCHAR NOT NULL,
        issued_at VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        withdrawn_at VARCHAR,
        withdrawn_reason VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(card_id) REFERENCES card (id),
        FOREIGN KEY(holder_id) REFERENCES resident (id)
    )
    """,
    """
    CREATE INDEX ix_card_issue_card_id ON card_issue (card_id)
    """,
    """
    CREATE INDEX ix_card_issue_holder_id ON card_issue (holder_id)
    """,
    """
    CREATE VIRTUAL TABLE name_fts USING fts5(
        words,
        content='',
        contentless_delete=1,
        detail=none,
        tokenize="unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE VIRTUAL TABLE phone_fts USING fts5(
        number,
        content='',
        contentless_delete=1,
        detail=none,
        tokenize='trigram'
    )
    """,
    """
    CREATE VIRTUAL TABLE address_fts USING fts5(
        words,
        content='',
        contentless_delete=1,
        detail=none,
        tokenize="unicode61 remove_diacritics 0 tokenchars '-'"
    )
    """,
)


def upgrade() -> None:
    """Create all tables of version 1."""
    for statement in _STATEMENTS:
        op.execute(statement)
