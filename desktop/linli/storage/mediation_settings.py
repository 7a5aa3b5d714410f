"""The mediation committee's facts among the settings."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection

from linli.domain.mediation_hall import (
    CommitteeMember,
    Helper,
    HelperKind,
    MediationHall,
    MediatorGroup,
    Office,
)
from linli.storage import settings

MEDIATION_HALL = "mediation_hall"


def get_mediation_hall(connection: Connection) -> MediationHall:
    """Return the committee's facts; empty ones until the hall has said them."""
    kept: dict[str, Any] = settings.find_value(connection, MEDIATION_HALL) or {}
    members = (
        CommitteeMember(**row | {"office": Office(row["office"]), "since": _date(row.get("since"))})
        for row in kept.pop("members", ())
    )
    groups = (
        MediatorGroup(name=row["name"], members=tuple(row["members"]))
        for row in kept.pop("groups", ())
    )
    helpers = (Helper(**row | {"kind": HelperKind(row["kind"])}) for row in kept.pop("helpers", ()))
    return MediationHall(
        **kept, members=tuple(members), groups=tuple(groups), helpers=tuple(helpers)
    )


def save_mediation_hall(connection: Connection, hall: MediationHall) -> None:
    """Keep the committee's facts."""
    value = asdict(hall)
    for member in value["members"]:
        member["since"] = member["since"] and member["since"].isoformat()
    settings.save_value(connection, MEDIATION_HALL, value)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
