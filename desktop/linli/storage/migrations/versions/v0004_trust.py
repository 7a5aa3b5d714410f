"""Version 4: accounts that age, consents, requests, drafts, machines.

Never uses today's mapped classes: an old step must not change its meaning when they do.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

_STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE audit_seal (
        id INTEGER NOT NULL,
        since INTEGER NOT NULL,
        number INTEGER NOT NULL,
        seal VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    ALTER TABLE audit_event ADD COLUMN kind VARCHAR
    """,
    """
    DROP TRIGGER IF EXISTS keep_audit_event_update
    """,
    """
    CREATE INDEX ix_audit_event_list ON audit_event (at, account, kind, succeeded)
    """,
    """
    CREATE INDEX ix_audit_event_subject ON audit_event (subject)
    """,
    """
    CREATE INDEX ix_audit_event_entry_id ON audit_event (entry_id)
    """,
    """
    CREATE TABLE erasure_open (
        id INTEGER NOT NULL,
        erasure_id INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE erased_mark (
        digest VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (digest)
    )
    """,
    """
    CREATE TABLE erasure (
        entry_id INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        ground VARCHAR NOT NULL,
        swept BOOLEAN NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(entry_id) REFERENCES journal_entry (id)
    )
    """,
    """
    CREATE TABLE consent (
        version INTEGER NOT NULL,
        resident_id INTEGER NOT NULL,
        day VARCHAR NOT NULL,
        answer VARCHAR NOT NULL,
        guardian VARCHAR,
        guardian_relation VARCHAR,
        separate VARCHAR NOT NULL,
        withdrawn_on VARCHAR,
        withdrawn_reason VARCHAR,
        note VARCHAR,
        account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_consent_day ON consent (day)
    """,
    """
    CREATE INDEX ix_consent_resident_id ON consent (resident_id)
    """,
    """
    CREATE TABLE privacy_request (
        version INTEGER NOT NULL,
        year INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        resident_id INTEGER,
        name VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        received_on VARCHAR NOT NULL,
        agent VARCHAR,
        proof VARCHAR NOT NULL,
        contact VARCHAR,
        content VARCHAR NOT NULL,
        due_on VARCHAR NOT NULL,
        result VARCHAR,
        answer VARCHAR,
        refusal VARCHAR,
        closed_on VARCHAR,
        voided_reason VARCHAR,
        account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (year, sequence),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_privacy_request_due_on ON privacy_request (due_on)
    """,
    """
    CREATE INDEX ix_privacy_request_resident_id ON privacy_request (resident_id)
    """,
    """
    CREATE TABLE retention_decision (
        resident_id INTEGER,
        rule VARCHAR NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id INTEGER NOT NULL,
        until VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        decided_on VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (rule, table_name, row_id),
        FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_retention_decision_resident_id ON retention_decision (resident_id)
    """,
    """
    CREATE TABLE draft (
        id VARCHAR NOT NULL,
        account_id INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        content VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_draft_account_id ON draft (account_id)
    """,
    """
    CREATE TABLE account_access (
        account_id INTEGER NOT NULL,
        must_change BOOLEAN NOT NULL,
        password_set_at VARCHAR,
        signed_in_at VARCHAR,
        sign_ins INTEGER NOT NULL,
        PRIMARY KEY (account_id),
        FOREIGN KEY(account_id) REFERENCES account (id)
    )
    """,
    """
    INSERT INTO account_access (account_id, must_change, password_set_at, signed_in_at, sign_ins)
    SELECT id, 0, created_at, NULL, 0 FROM account
    """,
    """
    CREATE TABLE past_password (
        account_id INTEGER NOT NULL,
        cost VARCHAR NOT NULL,
        salt BLOB NOT NULL,
        digest BLOB NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        FOREIGN KEY(account_id) REFERENCES account (id)
    )
    """,
    """
    CREATE INDEX ix_past_password_account_id ON past_password (account_id)
    """,
    """
    CREATE TABLE exchange_life (
        machine VARCHAR NOT NULL,
        since_entry INTEGER NOT NULL,
        last_ids VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        host VARCHAR NOT NULL,
        sign_key BLOB NOT NULL,
        seal_key BLOB NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (machine)
    )
    """,
    """
    CREATE TABLE trusted_machine (
        name VARCHAR NOT NULL,
        sign_key BLOB NOT NULL,
        seal_key BLOB NOT NULL,
        added_at VARCHAR NOT NULL,
        account VARCHAR NOT NULL,
        revoked_at VARCHAR,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (sign_key)
    )
    """,
    """
    CREATE TABLE exchange_contact (
        machine VARCHAR NOT NULL,
        trusted_id INTEGER NOT NULL,
        made INTEGER NOT NULL,
        read_machine VARCHAR,
        read_entry INTEGER NOT NULL,
        PRIMARY KEY (machine),
        FOREIGN KEY(trusted_id) REFERENCES trusted_machine (id)
    )
    """,
    """
    CREATE INDEX ix_exchange_contact_trusted_id ON exchange_contact (trusted_id)
    """,
    """
    CREATE TABLE exchange_meeting (
        entry_id INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        machine VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        file VARCHAR NOT NULL,
        moment INTEGER NOT NULL,
        PRIMARY KEY (entry_id)
    )
    """,
    """
    CREATE TABLE exchange_read (
        machine VARCHAR NOT NULL,
        entry INTEGER NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (machine)
    )
    """,
    """
    CREATE TABLE exchange_row (
        table_name VARCHAR NOT NULL,
        row_id INTEGER,
        machine VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        version VARCHAR NOT NULL,
        gone VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (table_name, machine, number)
    )
    """,
    """
    CREATE INDEX ix_exchange_row_row ON exchange_row (table_name, row_id)
    """,
    """
    CREATE TABLE exchange_field (
        table_name VARCHAR NOT NULL,
        row_id INTEGER NOT NULL,
        field VARCHAR NOT NULL,
        version VARCHAR NOT NULL,
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        UNIQUE (table_name, row_id, field)
    )
    """,
)


def upgrade() -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
