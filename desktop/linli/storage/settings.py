"""Named values, kept as JSON: the hall's facts, and what a feature remembers."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from linli.domain.settings import CommonNumber, HallFacts
from linli.storage.schema import SettingRecord

HALL = "hall"
RECOVERY_CODE_KEPT = "recovery_code_kept"


def find_value(connection: Connection, key: str) -> Any:
    """Return the value kept under `key`, or None."""
    text = connection.execute(
        select(SettingRecord.value).where(SettingRecord.key == key)
    ).scalar_one_or_none()
    return None if text is None else json.loads(text)


def save_value(connection: Connection, key: str, value: Any) -> None:
    """Keep `value`, which JSON must be able to hold, under `key`."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    connection.execute(
        insert(SettingRecord)
        .values(key=key, value=text)
        .on_conflict_do_update(index_elements=[SettingRecord.key], set_={"value": text})
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
