"""What a community has settled about posts on grids: own roles, templates, loads."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from linli.domain.post_checks import EMPTY_TEMPLATE, LoadRule, Slot
from linli.storage import communities, settings

OWN_ROLES_KEY = "grids.own_roles"
TEMPLATES_KEY = "grids.post_templates"
LOAD_RULE_KEY = "grids.load_rule"

Templates = Mapping[int | None, tuple[Slot, ...]]


def own_roles(connection: Connection) -> tuple[str, ...]:
    """Return the own roles of the community, in their order."""
    return tuple(settings.find_value(connection, OWN_ROLES_KEY) or ())


def save_own_roles(connection: Connection, names: Sequence[str]) -> None:
    """Keep the own roles of the community."""
    settings.save_value(connection, OWN_ROLES_KEY, list(names))


def get_templates(connection: Connection) -> Templates:
    """Return the template of every community; None is the hall's own."""
    kept = settings.find_value(connection, TEMPLATES_KEY) or {}
    return {
        community_id: tuple(Slot(**slot) for slot in kept[_key(community_id)])
        if kept.get(_key(community_id))
        else EMPTY_TEMPLATE
        for community_id in list_communities(connection)
    }


def save_template(connection: Connection, slots: Sequence[Slot], community_id: int | None) -> None:
    """Keep the template of a community."""
    kept: dict[str, Any] = settings.find_value(connection, TEMPLATES_KEY) or {}
    kept[_key(community_id)] = [asdict(slot) for slot in slots]
    settings.save_value(connection, TEMPLATES_KEY, kept)


def get_load_rule(connection: Connection) -> LoadRule:
    """Return with how many grids one is in touch; the usual rule until another one is kept."""
    kept = settings.find_value(connection, LOAD_RULE_KEY)
    return LoadRule(**(kept | {"roles": tuple(kept["roles"])})) if kept else LoadRule()


def save_load_rule(connection: Connection, rule: LoadRule) -> None:
    """Keep with how many grids one is in touch."""
    settings.save_value(connection, LOAD_RULE_KEY, asdict(rule))


def list_communities(connection: Connection) -> dict[int | None, str]:
    """Return the communities of the street: the hall's own, then the others."""
    own = settings.get_hall(connection).community
    others = communities.list_communities(connection)
    return {None: own} | {each.id: each.facts.name for each in others}


def _key(community_id: int | None) -> str:
    return "" if community_id is None else str(community_id)
