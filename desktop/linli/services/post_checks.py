"""How grids are staffed: own roles, the template of each community, gaps, doubles, loads."""

from collections.abc import Sequence
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.post_checks import (
    EMPTY_TEMPLATE,
    Doubled,
    Load,
    LoadRule,
    Slot,
    Vacancy,
    check_load_rule,
    check_template,
    doubled,
    is_filled,
    loads,
    vacancies,
)
from linli.domain.post_lists import staffing_register
from linli.domain.post_rules import own_role_problems
from linli.domain.posts import (
    BUILDING_HEAD,
    LANE_HEAD,
    PostFilter,
    Role,
    all_roles,
    known_roles,
)
from linli.domain.registers import Register
from linli.domain.values.addresses import address_text
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.storage import post_settings, posts


class PostCheckService:
    """What a community wants of its grids' posts, and what is missing. One step for a change."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def roles(self) -> tuple[Role, ...]:
        """Return the roles that can be chosen: the known ones, then the community's own."""
        self._context.require(Right.READ, "查看网格岗位")
        with self._context.db.reading() as connection:
            return all_roles(post_settings.own_roles(connection))

    def own_roles(self) -> tuple[str, ...]:
        """Return the names of the community's own roles."""
        self._context.require(Right.READ, "查看网格岗位")
        with self._context.db.reading() as connection:
            return post_settings.own_roles(connection)

    def save_own_roles(self, names: Sequence[str]) -> Changes:
        """Keep the community's own roles; whoever holds one that goes keeps it.

        Raises:
            InvalidInput: a role is there twice, or its name is too long.
        """
        self._context.require(Right.SETTINGS, "修改网格岗位")
        clean = [name for name in map(tidy, names) if name]
        if problems := own_role_problems(clean, [role.name for role in known_roles()]):
            raise InvalidInput(problems)
        with self._context.writing("修改设置：自定岗位") as work:
            post_settings.save_own_roles(work.connection, clean)
        return work.changes

    def communities(self) -> dict[int | None, str]:
        """Return the communities that have a template of their own; None is the hall's."""
        self._context.require(Right.READ, "查看网格岗位")
        with self._context.db.reading() as connection:
            return post_settings.list_communities(connection)

    def template(self, community_id: int | None = None) -> tuple[Slot, ...]:
        """Return what every grid of a community must have; unfilled until the clerk fills it."""
        self._context.require(Right.READ, "查看岗位模板")
        with self._context.db.reading() as connection:
            return post_settings.get_templates(connection).get(community_id, EMPTY_TEMPLATE)

    def save_template(self, slots: Sequence[Slot], community_id: int | None = None) -> Changes:
        """Keep what every grid of a community must have.

        Raises:
            InvalidInput: it is half filled, or names a role twice.
        """
        self._context.require(Right.SETTINGS, "修改岗位模板")
        known = {role.code for role in self.roles()}
        problems = check_template(slots)
        problems += [
            FieldProblem(field=f"role{place}", message=f"没有「{slot.role}」这个岗位，请重新选。")
            for place, slot in enumerate(slots)
            if slot.role and slot.role not in known
        ]
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改设置：岗位模板") as work:
            post_settings.save_template(work.connection, slots, community_id)
        return work.changes

    def load_rule(self) -> LoadRule:
        """Return with how many grids one worker should be in touch."""
        self._context.require(Right.READ, "查看岗位模板")
        with self._context.db.reading() as connection:
            return post_settings.get_load_rule(connection)

    def save_load_rule(self, rule: LoadRule) -> Changes:
        """Keep with how many grids one worker should be in touch.

        Raises:
            InvalidInput: the bounds make no range.
        """
        self._context.require(Right.SETTINGS, "修改岗位模板")
        if problems := check_load_rule(rule):
            raise InvalidInput(problems)
        with self._context.writing("修改设置：联系网格数") as work:
            post_settings.save_load_rule(work.connection, rule)
        return work.changes

    def unfilled(self) -> list[str]:
        """Return the communities whose template nobody has filled in."""
        self._context.require(Right.READ, "查看岗位模板")
        with self._context.db.reading() as connection:
            templates = post_settings.get_templates(connection)
            names = post_settings.list_communities(connection)
        return [names[each] for each, slots in templates.items() if not is_filled(slots)]

    def vacancies(self, on: date | None = None) -> list[Vacancy]:
        """Return what grids lack by the template of their community, on a day or today."""
        self._context.require(Right.READ, "查看岗位空缺")
        day = on or self._context.clock().date()
        with self._context.db.reading() as connection:
            templates = post_settings.get_templates(connection)
            open_grids = posts.list_grids(connection)
            there = posts.list_posts(connection, PostFilter(on=day))
            places: dict[str, dict[int, list[str]]] = {BUILDING_HEAD: {}, LANE_HEAD: {}}
            for grid_id, place in posts.list_buildings(connection):
                role = BUILDING_HEAD if place.building else LANE_HEAD
                places[role].setdefault(grid_id, []).append(address_text(place))
        found: list[Vacancy] = []
        for community_id in dict.fromkeys(community for _, community in open_grids.values()):
            template = templates.get(community_id, ())
            here = {
                grid_id: name
                for grid_id, (name, community) in open_grids.items()
                if community == community_id
            }
            if is_filled(template):
                found += vacancies(template, here, places, there)
        return found

    def doubled(self) -> list[Doubled]:
        """Return who is on several posts today, and which single posts several people hold."""
        self._context.require(Right.READ, "查看岗位空缺")
        with self._context.db.reading() as connection:
            today = self._context.clock().date()
            return doubled(posts.list_posts(connection, PostFilter(on=today)))

    def loads(self) -> list[Load]:
        """Return with how many grids each worker is in touch today."""
        self._context.require(Right.READ, "查看岗位空缺")
        rule = self.load_rule()
        with self._context.db.reading() as connection:
            today = self._context.clock().date()
            return loads(posts.list_posts(connection, PostFilter(on=today)), rule)

    def register(self, title: str) -> Register:
        """Return what is vacant and what is doubled, to print."""
        self._context.require(Right.READ, "查看岗位空缺")
        return staffing_register(self.vacancies(), self.doubled(), title=title)
