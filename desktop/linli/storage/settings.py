"""Named values, kept as JSON: the hall's facts, and what a feature remembers.

Plain SQL: signing in and printing a card read them and wait for no mapped records.
"""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from linli.domain.passwords import PasswordRules
from linli.domain.settings import DEFAULT_IDLE, CommonNumber, HallFacts, SafetyRules
from linli.domain.values.masking import Masks, read_masks

HALL = "hall"
RECOVERY_CODE_KEPT = "recovery_code_kept"
SAFETY = "safety"
RETURNED = "returned"
"""Of those who came back after an erasure, by their ids: who is `waiting` since a restore, and the
`others` that only have the name."""
MASKS = "masks"
MAPPING_KEY = "import.mapping."
"""Before the heads of a workbook: how its columns were read."""


def find_value(connection: Connection, key: str) -> Any:
    """Return the value kept under `key`, or None."""
    query = "SELECT value FROM setting WHERE key = ?"
    text = connection.exec_driver_sql(query, (key,)).scalar_one_or_none()
    return None if text is None else json.loads(text)


def save_value(connection: Connection, key: str, value: Any) -> None:
    """Keep `value`, which JSON must be able to hold, under `key`."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    connection.exec_driver_sql(
        "INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, text),
    )


def get_hall(connection: Connection) -> HallFacts:
    """Return the hall's facts; a ledger has them from its first day."""
    kept = find_value(connection, HALL) or {"community": ""}
    numbers = kept.pop("common_numbers", None)
    if numbers is None:
        return HallFacts(**kept)
    return HallFacts(**kept, common_numbers=tuple(CommonNumber(**number) for number in numbers))


def save_hall(connection: Connection, facts: HallFacts) -> None:
    """Keep the hall's facts."""
    save_value(connection, HALL, asdict(facts))


def get_masks(connection: Connection) -> Masks:
    """Return the digits that stay of masked numbers; the usual ones until others are chosen."""
    return read_masks(find_value(connection, MASKS))


def save_masks(connection: Connection, masks: Masks) -> None:
    """Keep the digits that stay of masked numbers."""
    save_value(connection, MASKS, asdict(masks))


def get_safety(connection: Connection) -> SafetyRules:
    """Return the rules of passwords and of locking; the usual ones until others are set."""
    kept = find_value(connection, SAFETY) or {}
    rules = PasswordRules(**kept.get("passwords", {}))
    return SafetyRules(passwords=rules, idle_minutes=kept.get("idle_minutes", DEFAULT_IDLE))


def save_safety(connection: Connection, rules: SafetyRules) -> None:
    """Keep the rules of passwords and of locking."""
    save_value(connection, SAFETY, asdict(rules))
