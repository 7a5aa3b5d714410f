"""What a connection may see: one for whom tags, petitions or cases are hidden sees none at all.

Views of the connection's own take the place of the tables of tags, visitors and petitions, so that
whatever reads them, a form, a list, a filter, an export or a count, finds people without their
sensitive tags, days without their petitions (信访), and no petition at all; likewise no mediation
case (矛盾纠纷) and no sweep (排查). Nothing has to remember to leave them out. Only reading
connections are limited: who writes must not lose them.
"""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection

from linli.domain.accounts import Right
from linli.domain.receptions import petition_matters
from linli.domain.sensitive import sensitive_words

HIDDEN = ("petition", "petition_step")
"""Tables in which a connection without `Right.SENSITIVE` finds nothing."""
CASES = (
    *("mediation_case", "case_party", "case_mediator", "case_step", "case_meeting"),
    *("sweep", "sweep_finding", "sweep_person"),
    *("case_agreement", "case_duty", "case_visit"),
    *("case_paper", "case_file", "case_scan", "case_volume"),
)
"""Tables in which a connection without `Right.MEDIATE` finds nothing."""

_VIEWS = "SELECT name FROM temp.sqlite_master WHERE type = 'view'"
_IS_LIMITED = "SELECT 1 FROM temp.sqlite_master WHERE name = 'resident_tag'"


def limit(raw: Any, lacking: Collection[Right]) -> None:
    """Hide from a connection of the driver, while it lives, what rights that are lacking show."""
    if Right.SENSITIVE in lacking:
        _hide_sensitive(raw)
    if Right.MEDIATE in lacking:
        _hide(raw, CASES)


def _hide_sensitive(raw: Any) -> None:
    # Without a call back into Python: a filter of a big ledger asks it of every tag it meets.
    seen = " AND ".join(
        f"instr(replace(text, ' ', ''), '{word}') = 0" for word in sensitive_words()
    )
    raw.execute(
        "CREATE TEMP VIEW resident_tag AS "  # noqa: S608 - words of our own
        f"SELECT * FROM main.resident_tag WHERE kind <> 'care' OR ({seen})"
    )
    petitions = ", ".join(f"'{code}'" for code in sorted(petition_matters()))
    raw.execute(
        "CREATE TEMP VIEW reception_visit AS "  # noqa: S608 - codes of our own
        f"SELECT * FROM main.reception_visit WHERE matter_code NOT IN ({petitions})"
    )
    _hide(raw, HIDDEN)


def _hide(raw: Any, names: Iterable[str]) -> None:
    for name in names:
        raw.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM main.{name} WHERE 0")  # noqa: S608 - our own


def hidden_tables(connection: Connection) -> frozenset[str]:
    """Return the tables in which a connection finds nothing."""
    views = connection.exec_driver_sql(_VIEWS).scalars()
    return frozenset(views) & frozenset((*HIDDEN, *CASES))


def is_limited(connection: Connection) -> bool:
    """Whether sensitive tags are hidden from a connection."""
    return connection.exec_driver_sql(_IS_LIMITED).first() is not None
