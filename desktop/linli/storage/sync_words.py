"""A plan in the clerk's words: what would be added, changed, removed, and what is in conflict."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from linli.domain.exchange_rows import EXISTENCE, Outcome, Row, Side
from linli.domain.exchanges import LineKind, PreviewLine
from linli.domain.sensitive import is_sensitive
from linli.domain.values.addresses import Address, address_text
from linli.storage.readable import Words, fields_of
from linli.storage.sync_known import Known
from linli.storage.sync_match import column_of
from linli.storage.sync_plan import Entry, Plan, key_of
from linli.storage.sync_tables import UNTOLD, Sent, sent_tables

TABLES = {
    "community": "社区",
    "grid": "网格",
    "grid_title": "网格曾用编号名称",
    "grid_building": "网格楼栋",
    "grid_officer": "网格人员",
    "station": "站点",
    "station_point": "站点七个有",
    "guide": "办事指南和制度",
    "provider": "便民网点",
    "staff": "工作人员",
    "dwelling": "住所",
    "household": "户",
    "resident": "居民",
    "identity_document": "证件",
    "phone": "电话",
    "resident_tag": "标签",
    "floating_stay": "流动人口登记",
    "party_membership": "党员登记",
    "board_entry": "公示栏",
    "rental": "出租房屋",
    "tenancy": "租住",
    "pairing": "结对帮扶",
    "drawn_glyph": "手绘字",
    "entitlement": "救助保障",
    "visit": "走访",
    "map_place": "社区图楼栋",
    "map_label": "社区图标注",
    "reception_rule": "接待安排",
    "reception_day": "一天的接待",
    "reception_visit": "来访登记",
    "sweep": "排查",
    "sweep_finding": "排查发现",
    "sweep_person": "排查中提到的人",
    "duty_post": "认领的岗位",
    "post_claim": "岗位认领",
    "duty_text": "职责文本",
    "organisation": "单位",
    "organisation_leader": "单位负责人",
    "training": "培训",
    "survey": "问卷",
    "survey_tally": "问卷结果",
    "bed": "床位",
    "bed_stay": "入住",
    "neighbour": "邻里守望",
    "consent": "告知书",
    "mediation_case": "矛盾纠纷",
    "case_party": "纠纷当事人",
    "case_mediator": "纠纷的调解员",
    "case_step": "纠纷办理步骤",
    "case_meeting": "调解记录",
    "case_agreement": "调解协议",
    "case_duty": "协议履行事项",
    "case_visit": "协议回访",
    "team": "队伍",
    "team_member": "队员",
    "worker": "值班人员",
    "worker_leave": "请假",
    "worker_apart": "不同班",
    "venue": "场地",
    "event": "活动",
    "booking": "场地预约",
    "event_guest": "活动名单",
    "patrol_shift": "巡逻班次",
    "patrol_turn": "巡逻人员",
    "equipment": "装备",
    "equipment_issue": "装备领用",
    "drill": "演练",
}
"""What the records of each table are called."""

_MOST = 500
"""Lines of a kind that are told one by one; conflicts are told all."""

_FIELD_TITLES = {
    ("resident", "home"): "所在户与住址",
    ("dwelling", "address"): "地址",
    ("grid_building", "building"): "楼栋",
    ("visit", "subject"): "走访对象",
    ("drawn_glyph", "strokes"): "笔画",
    ("event", "time"): "活动时间",
    ("event", "outcome"): "举办情况",
    ("booking", "time"): "预约的场地和时间",
    ("survey", "questions"): "问题",
    ("survey_tally", "answer"): "答案",
}
_SUBJECT = (
    *("name", "title", "topic", "number", "character", "text", "day", "facility", "kind_code"),
    "purpose",
)
_SENSITIVE = "（敏感标签）"


class Describer:
    """Says what a plan does.

    Args:
        known: this ledger.
        plan: what a file does here.
        sensitive: whether sensitive tags may be told.
    """

    def __init__(self, known: Known, plan: Plan, *, sensitive: bool) -> None:
        self._plan = plan
        self._words = Words(known.connection)
        self._known = known
        self._sensitive = sensitive
        self.counts: Counter[LineKind] = Counter()

    def lines(self) -> list[PreviewLine]:
        """Return what the plan does, and count it in `counts`."""
        told: dict[LineKind, list[PreviewLine]] = {kind: [] for kind in LineKind}
        for sent in sent_tables().values():
            for entry in self._plan.entries[sent.name].values():
                for kind, field in self._happenings(sent, entry):
                    self.counts[kind] += 1
                    if kind is LineKind.CONFLICT or len(told[kind]) < _MOST:
                        told[kind].append(self._line(sent, entry, kind, field))
        for kind, line in islice(self._apart(), _MOST):
            self.counts[kind] += 1
            told[kind].append(line)
        return [
            line
            for kind in (
                *(LineKind.CONFLICT, LineKind.SAME, LineKind.FIXED),
                *(LineKind.REMOVED, LineKind.CHANGED, LineKind.ADDED),
            )
            for line in told[kind]
        ]

    # ---- inside ----

    def _happenings(self, sent: Sent, entry: Entry) -> Iterator[tuple[LineKind, str]]:
        """Yield what happens to a record, and to which field of it."""
        conflict = {name for name, done in entry.outcomes.items() if done is Outcome.CONFLICT}
        if EXISTENCE in conflict:
            yield LineKind.CONFLICT, EXISTENCE
        elif entry.was_there and not entry.is_there:
            yield LineKind.REMOVED, ""
        elif entry.is_there and not entry.was_there:
            yield LineKind.ADDED, ""
        if entry.joined and sent.name in ("resident", "household", "staff", "organisation"):
            yield LineKind.SAME, ""
        for name in entry.fixed:
            yield LineKind.FIXED, name
        if entry.was_there and entry.is_there and entry.before is not None:
            for name in entry.before.fields.keys() - UNTOLD - entry.fixed:
                if name in conflict:
                    yield LineKind.CONFLICT, name
                elif entry.before.fields[name].value != entry.row.fields[name].value:
                    yield LineKind.CHANGED, name

    def _apart(self) -> Iterator[tuple[LineKind, PreviewLine]]:
        """Yield the people whom the clerk keeps apart, so that it can be thought over."""
        sent = sent_tables()["resident"]
        for name, row_id in self._plan.apart.get("resident", {}).items():
            for entry in self._plan.entries["resident"].values():
                if name in entry.names and not entry.joined and entry.theirs is not None:
                    yield (
                        LineKind.SAME,
                        PreviewLine(
                            key=key_of("resident", [name], ""),
                            kind=LineKind.SAME,
                            table=TABLES["resident"],
                            subject=self._words.resident(str(row_id)),
                            ours=self._words.resident(str(row_id)),
                            theirs=self._subject(sent, entry.theirs),
                            newer=Side.OURS,
                        ),
                    )

    def _line(self, sent: Sent, entry: Entry, kind: LineKind, field: str) -> PreviewLine:
        shown = entry.before if entry.was_there and entry.before is not None else entry.row
        if not shown.fields and entry.theirs is not None:
            shown = entry.theirs
        subject = self._subject(sent, shown)
        ours = theirs = title = ""
        if kind is LineKind.SAME and entry.theirs is not None and entry.theirs.fields:
            ours, theirs = subject, self._subject(sent, entry.theirs)
        elif field == EXISTENCE:
            title = "这条记录"
            ours = "保留" if entry.was_there else "已删除"
            theirs = "保留" if entry.theirs is not None and entry.theirs.is_there else "已删除"
        elif field:
            title = self._title(sent, field)
            ours = self._value(sent, field, entry.before)
            other = entry.row if kind is LineKind.FIXED else entry.theirs or entry.row
            theirs = self._value(sent, field, other)
        return PreviewLine(
            key=self._key(sent, entry, kind, field),
            kind=kind,
            table=TABLES[sent.name],
            subject=subject,
            field=title,
            ours=ours,
            theirs=theirs,
            newer=entry.sides.get(field),
        )

    def _key(self, sent: Sent, entry: Entry, kind: LineKind, field: str) -> str:
        if kind is LineKind.SAME:
            for name in self._plan.apart.get(sent.name, {}):
                if name in entry.names:
                    return key_of(sent.name, [name], "")
        return key_of(sent.name, entry.names, field) if kind is LineKind.CONFLICT else ""

    def _subject(self, sent: Sent, row: Row) -> str:
        """Return which record it is: whose, and what tells it."""
        if not row.fields:
            return ""
        said = []
        for column, table in sent.refers.items():
            if table in ("resident", "dwelling", "household", "organisation", "bed", "grid"):
                target = column_of(sent, row, column)
                if target is not None and sent.name != "resident":
                    said.append(self._named(table, target))
                    break
        if sent.name == "dwelling":
            said.append(self._address(row))
        for column in _SUBJECT:
            if column in sent.field_of and sent.name != "dwelling":
                text = self._text(sent, column, column_of(sent, row, column))
                if text:
                    said.append(text)
                    break
        return " ".join(dict.fromkeys(part for part in said if part))

    def _named(self, table: str, row_id: int) -> str:
        """Return a record that another one refers to, be it here or only coming."""
        entry = self._plan.entries[table].get(row_id)
        if entry is not None and not entry.was_there:
            row = entry.row if entry.row.fields else entry.theirs
            return "" if row is None else self._subject(sent_tables()[table], row)
        if table == "organisation":
            found = self._known.connection.exec_driver_sql(
                "SELECT name FROM organisation WHERE id = ?", (row_id,)
            ).scalar()
            return str(found or "")
        say: Mapping[str, Any] = {
            "resident": self._words.resident,
            "dwelling": self._words.dwelling,
            "household": self._words.household,
            "station": self._words.station,
            "grid": self._words.grid,
            "bed": self._words.bed,
            "venue": partial(self._words.named, "venue"),
            "event": self._words.event,
        }
        return str(say[table](str(row_id))) if table in say else ""

    def _address(self, row: Row) -> str:
        sent = sent_tables()["dwelling"]
        parts = {c: column_of(sent, row, c) for c in ("estate", "building", "unit", "room")}
        return address_text(Address(**parts))

    def _title(self, sent: Sent, field: str) -> str:
        title = _FIELD_TITLES.get((sent.name, field))
        if title:
            return title
        for column in sent.fields[field]:
            if column in fields_of(sent.name):
                return fields_of(sent.name)[column][0]
        return TABLES[sent.name]

    def _value(self, sent: Sent, field: str, row: Row | None) -> str:
        if row is None or not row.fields:
            return ""
        if field == "address":
            return self._address(row)
        said = []
        for column, value in zip(sent.fields[field], row.fields[field].value, strict=True):
            text = self._text(sent, column, value)
            if text:
                said.append(text)
        return " ".join(said) or "（空）"

    def _text(self, sent: Sent, column: str, value: Any) -> str:
        if value is None or value == "":
            return ""
        if column in sent.refers:
            return self._named(sent.refers[column], value)
        if sent.name == "resident_tag" and not self._sensitive and is_sensitive(str(value)):
            return _SENSITIVE
        if column == "document":
            return self._words.document(str(value))
        if column == "phone":
            return self._words.phone(str(value))
        if column in fields_of(sent.name):
            return " ".join(text for _, text in self._words.of(sent.name, {column: value}))
        return str(value) if column in _PLAIN else ""


_PLAIN = frozenset(
    {"name", "title", "topic", "text", "room", "since", "until", "note", "character"}
)
