"""Rows of the journal in the words of the form: Chinese field names, codes as their names.

Accounts, cards and the like are in `readable_hall`, other areas in modules of their own; what is
named nowhere (sort keys, times of entry) is not shown. Identity numbers and phones are masked.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Connection

from linli.domain import labels
from linli.domain.beds import BedDraft
from linli.domain.codes import code_table
from linli.domain.party import PartyBelonging, PartyManagement
from linli.domain.petitions import petition_number
from linli.domain.posts import role_of
from linli.domain.residents import HouseholdKind, ManagementClass, ResidentStatus, Sex
from linli.domain.sensitive import is_sensitive
from linli.domain.values.addresses import Address, address_text
from linli.domain.values.dates import PartialDate
from linli.domain.values.masking import Masks
from linli.storage import (
    readable_case_files,
    readable_case_papers,
    readable_case_reports,
    readable_cases,
    readable_dispatch,
    readable_duty,
    readable_events,
    readable_guides,
    readable_hall,
    readable_limits,
    readable_notices,
    readable_posts,
    readable_privacy,
    readable_receptions,
    readable_sweeps,
    readable_workers,
    settings,
)
from linli.storage import (
    readable_says as says,
)
from linli.storage.readable_receptions import VISIT, is_petition
from linli.storage.readable_settings import setting_fields
from linli.storage.sight import HIDDEN, hidden_tables, is_limited

Say = Callable[["Words", str], str]


class Words:
    """Turns rows into fields. Holds the connection to look up what a number refers to.

    Identity numbers and phones are in full if `plain`, for a copy of the person's own data.
    Sensitive tags are left out if `limited`, or where the connection does not show them.
    """

    def __init__(
        self, connection: Connection, *, plain: bool = False, limited: bool = False
    ) -> None:
        self.plain = plain
        self._connection = connection
        self._limited = limited

    @cached_property
    def masks(self) -> Masks:
        """The digits that stay of masked numbers."""
        return settings.get_masks(self._connection)

    def of(
        self, table: str, values: Mapping[str, Any], row_id: str = ""
    ) -> Iterator[tuple[str, str]]:
        """Yield (field, value) of each value that is there and has a name.

        Args:
            table: the table.
            values: columns of a row.
            row_id: the row; needed of a setting, which it names, and of a visit.
        """
        if table == "setting" and values.get("value") is not None:
            yield from setting_fields(row_id, values["value"])
        if table == VISIT and self._is_limited and is_petition(self._connection, values, row_id):
            yield "来访登记", "信访（受限）"
            return
        if table in self._hidden:
            if values:
                yield readable_hall.KINDS[table], "受限"
            return
        for column, value in values.items():
            known = fields_of(table).get(column)
            if known is not None and value is not None:
                if table == "resident_tag" and self.hides(str(value)):
                    continue
                field, say = known
                yield field, say(self, str(value))

    def hides(self, tag: str) -> bool:
        """Whether a tag is not for whoever reads."""
        return is_sensitive(tag) and self._is_limited

    def dwelling(self, number: str) -> str:
        """Return a dwelling's address as spoken."""
        row = self._one("SELECT estate, building, unit, room FROM dwelling WHERE id = ?", number)
        return _GONE if row is None else address_text(Address(**row._asdict()))

    def household(self, number: str) -> str:
        """Return a household by its number, else by who is in it."""
        return self._said(_HOUSEHOLD, number)

    def community(self, number: str) -> str:
        """Return a community's name."""
        return self.named("community", number)

    def grid(self, number: str) -> str:
        """Return a grid's name."""
        return self.named("grid", number)

    def station(self, number: str) -> str:
        """Return a station's name."""
        return self.named("station", number)

    def resident(self, number: str) -> str:
        """Return a person's name."""
        return self.named("resident", number)

    def bed(self, number: str) -> str:
        """Return a bed with its home."""
        row = self._one("SELECT facility, room, number FROM bed WHERE id = ?", number)
        return _GONE if row is None else f"{row.facility} {BedDraft(**row._asdict()).label}"

    def team_member(self, number: str) -> str:
        """Return the name of a member of a team."""
        return self.named("team_member", number)

    def team(self, number: str) -> str:
        """Return a team's name."""
        return self.named("team", number)

    def worker(self, number: str) -> str:
        """Return the name of somebody who can be on duty."""
        return self.named("worker", number)

    def roster_shift(self, number: str) -> str:
        """Return the name of a shift of a roster."""
        return self.named("roster_shift", number)

    def provider(self, number: str) -> str:
        """Return the name of a provider near by."""
        return self.named("provider", number)

    def voucher(self, number: str) -> str:
        """Return the number of a voucher."""
        return self._said("SELECT number FROM voucher WHERE id = ?", number)

    def event(self, number: str) -> str:
        """Return the title of an event."""
        return self._said("SELECT title FROM event WHERE id = ?", number)

    def case_number(self, number: str) -> str:
        """Return a case by its number, before it has one by its day; its title names others."""
        return self._said(readable_cases.NUMBER, number)

    def case_party(self, number: str) -> str:
        """Return the name of a party to a case."""
        return self.named("case_party", number)

    def case(self, number: str) -> str:
        """Return the title of a mediation case."""
        return self._said("SELECT title FROM mediation_case WHERE id = ?", number)

    def petition(self, number: str) -> str:
        """Return the number of a petition."""
        row = self._one("SELECT year, sequence FROM petition WHERE id = ?", number)
        return _GONE if row is None else petition_number(row.year, row.sequence)

    def named(self, table: str, number: str) -> str:
        """Return a record of a table by its name."""
        return self._said(f"SELECT name FROM {table} WHERE id = ?", number)  # noqa: S608 - our own

    def _said(self, sql: str, number: str) -> str:
        row = self._one(sql, number)
        return _GONE if row is None else str(row[0])

    def document(self, number: str) -> str:
        """Return an identity number, masked unless `plain`."""
        return number if self.plain else self.masks.show_document(number)

    def phone(self, number: str) -> str:
        """Return a phone number, masked unless `plain`."""
        return number if self.plain else self.masks.show_phone(number)

    def numbers(self, text: str) -> str:
        """Return a text, the numbers in it masked unless `plain`."""
        return text if self.plain else self.masks.show_numbers_in(text)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """Tables of which whoever reads is told nothing."""
        return hidden_tables(self._connection) | frozenset(HIDDEN if self._limited else ())

    @property
    def _is_limited(self) -> bool:
        return self._limited or is_limited(self._connection)

    def _one(self, sql: str, number: str) -> Any:
        return self._connection.exec_driver_sql(sql, (number,)).one_or_none()


@cache
def fields_of(table: str) -> Mapping[str, tuple[str, Say]]:
    """Return the fields of a table by column: their names, and how their values are said."""
    more = (
        *(readable_hall.FIELDS, readable_privacy.FIELDS, readable_case_files.FIELDS),
        *(readable_case_papers.FIELDS, readable_case_reports.FIELDS, readable_workers.FIELDS),
        *(readable_guides.FIELDS, readable_dispatch.FIELDS, readable_cases.FIELDS),
        *(readable_duty.FIELDS, readable_notices.FIELDS, readable_receptions.FIELDS),
        *(readable_posts.FIELDS, readable_limits.FIELDS, readable_sweeps.FIELDS),
        readable_events.FIELDS,
    )
    return _FIELDS.get(table, {}) | {k: v for each in more for k, v in each.get(table, {}).items()}


_GONE = "（已删除）"
_HOUSEHOLD = """
    SELECT coalesce(h.number, (SELECT r.name FROM resident r WHERE r.household_id = h.id
    ORDER BY r.relation_code IS NOT '02', r.id LIMIT 1) || '户', '无人的户')
    FROM household h WHERE h.id = ?
"""


def _as_is(_: Words, value: str) -> str:
    return value


def _date(_: Words, value: str) -> str:
    return PartialDate.from_iso(value).display()


def _code(table: str) -> Say:
    return lambda _, value: code_table(table).label(value)


def _label(names: Mapping[Any, str], member: Callable[[str], Any]) -> Say:
    return lambda _, value: names[member(value)]


def _photo(_: Words, digest: str) -> str:
    """Name a picture so that another one reads as a change."""
    return f"照片 {digest[:6]}"


def _recycled(_words: Words, _value: str) -> str:
    return "在回收站"


_NOTE = ("备注", says.numbers)
_MANAGEMENT = ("管理类别", _label(labels.MANAGEMENT, ManagementClass))
_ADDRESS = {
    "estate": ("小区", _as_is),
    "building": ("楼栋", _as_is),
    "unit": ("单元", _as_is),
    "room": ("室", _as_is),
}

_FIELDS: dict[str, dict[str, tuple[str, Say]]] = {
    "grid": {
        "number": ("网格编号", _as_is),
        "name": ("网格名称", _as_is),
        "community_id": ("所属社区", Words.community),
        "since": ("设立日期", _date),
        "until": ("最后一天", _date),
        "successor_id": ("并入的网格", Words.grid),
        "note": _NOTE,
    },
    "community": {
        "number": ("社区代码", _as_is),
        "name": ("社区名称", _as_is),
        "street": ("街道", _as_is),
    },
    "grid_title": {
        "number": ("原网格编号", _as_is),
        "name": ("原网格名称", _as_is),
        "since": ("名称启用日期", _date),
        "until": ("名称停用日期", _date),
    },
    "grid_building": {
        **_ADDRESS,
        "grid_id": ("网格", Words.grid),
        "since": ("划入日期", _date),
        "until": ("划出前最后一天", _date),
    },
    "grid_officer": {
        "role": ("岗位", lambda _, value: role_of(value).name),
        "name": ("网格人员", _as_is),
        "phone": ("网格人员电话", _as_is),
        "photo": ("网格人员照片", _photo),
        "since": ("上岗日期", _date),
        "until": ("离岗日期", _date),
        "note": _NOTE,
    },
    "board_entry": {
        "name": ("公示人员", _as_is),
        "post": ("认领岗位", _as_is),
        "phone": ("公示人员电话", _as_is),
        "photo": ("公示人员照片", _photo),
        "promise": ("承诺", _as_is),
    },
    "station": {
        "name": ("站点名称", _as_is),
        "phone": ("站点电话", _as_is),
        "advice_phone": ("咨询电话", _as_is),
        "place": ("站点位置", _as_is),
        "hours": ("开放时间", _as_is),
        "services": ("服务内容", _as_is),
        "open_times": ("排班用的开放时间", readable_workers.free_times),
    },
    "staff": {
        "name": ("姓名", _as_is),
        "post": ("职务", _as_is),
        "number": ("工号", _as_is),
        "office": ("窗口或科室", _as_is),
        "phone": ("电话", _as_is),
        "photo": ("照片", _photo),
        "promise": ("服务承诺", _as_is),
        "party_member": ("党员", says.yes_no),
        "station_id": ("站点", Words.station),
    },
    "pairing": {
        "household_id": ("结对的户", Words.household),
        "name": ("结对党员", _as_is),
        "post": ("职务", _as_is),
        "phone": ("电话", _as_is),
        "photo": ("照片", _photo),
        "since": ("开始日期", _date),
        "until": ("结束日期", _date),
        "note": _NOTE,
    },
    "dwelling": {**_ADDRESS, "grid_id": ("网格", Words.grid), "note": _NOTE},
    "household": {
        "number": ("户编号", _as_is),
        "kind": ("户别", _label(labels.HOUSEHOLD_KIND, HouseholdKind)),
        "dwelling_id": ("住址", Words.dwelling),
        "note": _NOTE,
    },
    "resident": {
        "name": ("姓名", _as_is),
        "former_name": ("曾用名", _as_is),
        "native_name": ("民族文字姓名", _as_is),
        "sex": ("性别", _label(labels.SEX, Sex)),
        "birth": ("出生日期", _date),
        "ethnicity_code": ("民族", _code("ethnicity")),
        "education_code": ("文化程度", _code("education")),
        "politics_code": ("政治面貌", _code("politics")),
        "marriage_code": ("婚姻状况", _code("marriage")),
        "relation_code": ("与户主关系", _code("relation")),
        "occupation": ("职业", _as_is),
        "employer": ("工作单位", _as_is),
        "registered_address": ("户籍地址", _as_is),
        "origin_village": ("原村", _as_is),
        "returned": ("返迁", says.yes_no),
        "household_id": ("所在户", Words.household),
        "dwelling_id": ("现住址", Words.dwelling),
        "note": _NOTE,
        "photo": ("照片", _photo),
        "status": ("状态", _label(labels.STATUS, ResidentStatus)),
        "status_date": ("状态日期", _date),
        "status_note": ("状态说明", says.numbers),
        "recycled_at": ("回收站", _recycled),
        "merged_into": ("并入", Words.resident),
    },
    "identity_document": {
        "kind": ("证件类型", _code("document_kind")),
        "number": ("证件号码", says.document),
    },
    "phone": {"number": ("电话", says.phone), "note": ("电话备注", says.numbers)},
    "resident_tag": {"text": ("标签", _as_is)},
    "floating_stay": {
        "origin": ("流出地", _as_is),
        "arrived": ("来本地日期", _date),
        "reason_code": ("流入原因", _code("floating_reason")),
        "housing_code": ("居住处所", _code("housing")),
        "permit_code": ("居住证类型", _code("permit")),
        "permit_number": ("居住证号", says.document),
        "permit_expires": ("居住证有效期至", _date),
        "expected_leave": ("预计离开日期", _date),
        "landlord_name": ("房东姓名", _as_is),
        "landlord_phone": ("房东电话", says.phone),
        "management": _MANAGEMENT,
    },
    "party_membership": {
        "branch": ("党支部", _as_is),
        "joined": ("入党日期", _date),
        "management": ("党员管理方式", _label(labels.PARTY_MANAGEMENT, PartyManagement)),
        "belonging": ("组织关系", _label(labels.PARTY_BELONGING, PartyBelonging)),
        "home_organisation": ("组织关系所在党组织", _as_is),
        "certificate": ("流动党员活动证号", _as_is),
        "registered": ("流动党员登记日期", _date),
        "difficulty": ("困难党员", says.yes_no),
        "post": ("党员认领岗位", _as_is),
        "note": ("党员备注", says.numbers),
    },
    "entitlement": {
        "resident_id": ("享受人", Words.resident),
        "kind_code": ("救助待遇", _code("entitlement")),
        "number": ("待遇证号", _as_is),
        "persons": ("待遇保障人数", _as_is),
        "amount": ("待遇每月金额（元）", says.money),
        "since": ("待遇开始日期", _date),
        "until": ("待遇停发日期", _date),
        "review_date": ("待遇复核日期", _date),
        "note": ("待遇备注", says.numbers),
    },
    "visit": {
        "day": ("走访日期", _date),
        "kind_code": ("走访类别", _code("visit")),
        "resident_id": ("走访的人", Words.resident),
        "household_id": ("走访的户", Words.household),
        "visitor": ("走访人", _as_is),
        "content": ("走访情况", says.numbers),
        "next_due": ("下次走访", _date),
    },
    "bed": {
        "facility": ("养老机构", _as_is),
        "room": ("床位房间", _as_is),
        "number": ("床号", _as_is),
        "note": ("床位备注", says.numbers),
    },
    "bed_stay": {
        "name": ("入住人", _as_is),
        "contact": ("家属电话", says.numbers),
        "since": ("入住日期", _date),
        "until": ("离开日期", _date),
        "note": ("入住备注", says.numbers),
    },
    "training": {
        "day": ("培训日期", _date),
        "kind_code": ("培训类别", _code("training")),
        "topic": ("培训主题", _as_is),
        "place": ("培训地点", _as_is),
        "teacher": ("授课人", _as_is),
        "headcount": ("培训人数", _as_is),
        "note": ("培训备注", says.numbers),
    },
    "neighbour": {
        "resident_id": ("守望对象", Words.resident),
        "name": ("守望邻居", _as_is),
        "phone": ("守望邻居电话", says.phone),
        "holds_key": ("守望邻居有钥匙", says.yes_no),
        "call_first": ("有事先打这位", says.yes_no),
        "since": ("守望开始日期", _date),
        "until": ("守望结束日期", _date),
        "note": ("守望备注", says.numbers),
    },
    "survey": {
        "title": ("问卷标题", _as_is),
        "day": ("问卷发放日期", _date),
        "handed_out": ("问卷发出份数", _as_is),
    },
    "survey_tally": {"count": ("答卷份数", _as_is)},
    "organisation": {
        "name": ("单位名称", _as_is),
        "kind_code": ("单位类别", _code("organisation")),
        "credit_code": ("统一社会信用代码", _as_is),
        "address": ("单位地址", _as_is),
        "phone": ("单位电话", _as_is),
        "note": ("单位备注", says.numbers),
    },
    "organisation_leader": {
        "name": ("单位负责人", _as_is),
        "post": ("负责人职务", _as_is),
        "phone": ("负责人电话", says.phone),
        "since": ("负责人任职日期", _date),
        "until": ("负责人卸任日期", _date),
    },
    "merge": {"gone_id": ("合并进来的人", Words.resident)},
    "rental": {
        "number": ("出租房编号", _as_is),
        "landlord_name": ("房东姓名", _as_is),
        "landlord_document": ("房东证件号码", says.document),
        "landlord_phone": ("房东电话", says.phone),
        "rooms": ("出租间数", _as_is),
        "occupants": ("租住人数", _as_is),
        "management": _MANAGEMENT,
        "review_date": ("下次检查日期", _date),
        "since": ("出租起始", _date),
        "note": _NOTE,
    },
}
