"""No search, and no change of the index, reads a whole table: plans are asked for and read."""

import re
from functools import partial

import pytest
from sqlalchemy import select
from support.people import make_draft, make_phone

from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.storage import derived
from linli.storage.schema import Base, ResidentRecord
from linli.storage.search import find_ids, fits

TYPED = (
    *(
        "张",
        "张三",
        "张三丰",
        "三丰",
        "z",
        "zs",
        "zhang",
        "zhangs",
        "zhangsan",
        "zhangsanf",
        "zsanf",
    ),
    *("1", "13", "138", "1385", "13855", "1385555", "13855555555", "0135", "00135", "000135"),
    *("6523", "6523281", "652328195001", "652328195001010013", "65232819500101001x", "3407x"),
    *("1950", "19501", "195001", "19500101", "1950-01-01", "1950年1月1日"),
    *("3-2-501", "3-2", "3号楼", "三号楼2单元", "幸福", "幸福小", "幸福小区", "幸福3号楼501"),
    *("建设路12号", "501室", "0000017", "000123", "HU-007", "E1234567", "ahmed"),
    *("低保", "低保户", "党员", "直管", "流动人口", "出租", "户主", "会修水管的人"),
    *("张 三", "1 3", "张 3407", "zhang 3407", "低保 三号楼", "0000017 张", "张三 幸福小区 3"),
)
SOME_TABLES = {"resident", "phone", "identity_document", "dwelling", "household", "journal_change"}


@pytest.fixture
def peopled(services):
    """A few people, so that every stage has somebody to look at."""
    for i, name in enumerate(("张三", "张三丰", "张珊", "单雄信", "ABC Ahmed")):
        home = HomeDraft(
            address=Address(estate="幸福小区", building="3号楼", unit="2单元", room=f"50{i}"),
            new_household=HouseholdDraft(number=f"00012{i}"),
        )
        draft = make_draft(
            name, sequence=i, phones=(make_phone(f"1385555555{i}"),), care_tags=("低保户",)
        )
        services.residents.add(draft, home)
    return services


def scans(raw, statements: list[str]) -> list[str]:
    """The steps of the plans that go through a whole table of records."""
    tables = "|".join(sorted(Base.metadata.tables))
    kinds = ("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")
    steps = (
        (_named(row[-1], statement), statement)
        for statement in statements
        if statement.lstrip().upper().startswith(kinds)
        for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}")
    )
    return [f"{step}: {why}" for step, why in steps if re.match(rf"SCAN ({tables})\b", step)]


def _named(step: str, statement: str) -> str:
    """A step with the table's own name where the statement gives it a short one."""
    short = step.split()[1] if step.startswith("SCAN ") else ""
    known = re.search(rf"\b(\w+)\s+(?:AS\s+)?{re.escape(short)}\b", statement) if short else None
    table = known[1] if known and known[1] in Base.metadata.tables else short
    return step.replace(f"SCAN {short}", f"SCAN {table}", 1)


def traced(connection, work) -> list[str]:
    """The statements that `work` sends, with their values."""
    raw = connection.connection.driver_connection
    seen: list[str] = []
    raw.set_trace_callback(seen.append)
    try:
        work()
    finally:
        raw.set_trace_callback(None)
    return list(dict.fromkeys(s for s in seen if not s.startswith("--")))


def test_a_scan_would_be_seen(peopled):
    with peopled.context.db.reading() as connection:
        raw = connection.connection.driver_connection
        for table in SOME_TABLES:
            assert scans(raw, [f"SELECT * FROM {table}"])
            assert scans(raw, [f"SELECT count(*) FROM {table} t WHERE t.id + 1 = 2"])


def test_no_way_of_finding_scans(peopled):
    with peopled.context.db.reading() as connection:
        for typed in TYPED:
            statements = traced(connection, partial(find_ids, connection, typed, 50))
            assert statements, typed
            assert scans(connection.connection.driver_connection, statements) == [], typed


def test_a_list_narrowed_by_a_text_asks_the_index_first(peopled):
    with peopled.context.db.reading() as connection:
        for typed in TYPED:
            query = select(ResidentRecord.id).where(fits(connection, typed))
            statements = traced(connection, partial(connection.execute, query))
            assert statements, typed
            assert scans(connection.connection.driver_connection, statements) == [], typed


def test_keeping_the_index_up_to_date_scans_nothing(peopled):
    services = peopled
    with services.context.writing("改动") as work:
        statements = traced(
            work.connection,
            partial(_change, work),
        )
    touched = [s for s in statements if "journal_change" in s]
    assert len(touched) > 5
    assert any("DELETE FROM person_fts" in s for s in statements)
    with services.context.db.reading() as connection:
        assert scans(connection.connection.driver_connection, touched) == []


def _change(work) -> None:
    """Change something in every table that the index depends on."""
    changes = {
        "resident": "former_name = 'x'",
        "phone": "number = '13999999999'",
        "identity_document": "tail = 'x'",
        "resident_tag": "text = 'x'",
        "household": "number = number || 'x'",
        "dwelling": "address_key = address_key || 'x'",
    }
    for table, change in changes.items():
        work.connection.exec_driver_sql(f"UPDATE {table} SET {change} WHERE id = 1")
    derived.refresh(work.connection, work.entry_id)
