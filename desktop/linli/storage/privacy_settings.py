"""What the hall says of its own about people's data: the notice, and the days of an answer."""

from dataclasses import asdict

from sqlalchemy import Connection

from linli.domain.privacy_letters import NoticeFacts, default_notice
from linli.storage import settings

NOTICE = "privacy_notice"


def get_notice(connection: Connection) -> NoticeFacts:
    """Return what the notice says of the hall's own, else what comes with the program."""
    kept = settings.find_value(connection, NOTICE)
    return default_notice() if kept is None else NoticeFacts(**kept)


def save_notice(connection: Connection, facts: NoticeFacts) -> None:
    """Keep what the notice says; an empty text stands for the program's own."""
    usual = default_notice()
    settings.save_value(
        connection,
        NOTICE,
        asdict(facts)
        | {
            "purposes": facts.purposes.strip() or usual.purposes,
            "kinds": facts.kinds.strip() or usual.kinds,
            "contact": (facts.contact or "").strip() or None,
        },
    )
