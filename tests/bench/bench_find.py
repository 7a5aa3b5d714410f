"""Seventy thousand fictitious residents: how long lists, lines, finding and the index take.

Run on demand: `python -m pytest tests/bench/bench_find.py -s`. Times are of the processor, depend
on the machine; the ratios against a naive LIKE over the same encrypted file are what to compare.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median, quantiles
from time import process_time
from typing import Any

import pytest
from sqlalchemy import insert, text
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.people import make_id

from linli.domain.pinyin import sort_pinyin
from linli.domain.residents import ResidentFilter, ResidentSort
from linli.domain.values.addresses import Address
from linli.services.container import Services, open_services
from linli.services.ledger import create_ledger
from linli.storage.dwellings import dwelling_values
from linli.storage.schema import (
    DwellingRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentRecord,
)

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡单解仇"
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅建国春华志红文辉斌峰丹萍鹏飞鑫波"
    "宇浩凯俊帆帅婷雪慧琴云莲凤洁琳素珍贞莉虹荣爱媛瑞凡佳嘉勤珠环晶妍茜秋珊莎锦黛青倩"
)
_PER_HOME = 3
_ROUNDS = 200
PEOPLE = 70_000

_NAIVE = text(
    "SELECT r.id FROM resident r "
    "LEFT JOIN identity_document i ON i.resident_id = r.id "
    "LEFT JOIN phone p ON p.resident_id = r.id "
    "LEFT JOIN dwelling d ON d.id = r.home_id "
    "WHERE r.recycled_at IS NULL AND (r.name LIKE :some OR r.name_pinyin LIKE :some "
    "OR i.number LIKE :some OR p.number LIKE :some OR d.address_key LIKE :some) "
    "ORDER BY r.name = :whole DESC, r.name LIKE :first DESC, r.name LIMIT 50"
)


def _people(count: int, rng: random.Random) -> Iterator[tuple[str, date]]:
    for _ in range(count):
        given = "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2, 2))))
        yield rng.choice(_SURNAMES) + given, date(1935, 1, 1) + timedelta(rng.randrange(30_000))


def fill(services: Services, count: int) -> float:
    """Add `count` people by bulk inserts in one transaction; return the seconds it took."""
    rng = random.Random(7)
    moment = "2026-11-23T01:00:00.000+00:00"
    residents: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    phones: list[dict[str, Any]] = []
    for i, (name, birth) in enumerate(_people(count, rng), 1):
        number = make_id("652328", birth, i % 1000)
        phone = f"1{rng.choice('3578')}{rng.randrange(10**9):09d}"
        home = i // _PER_HOME + 1
        residents.append(
            {
                "id": i,
                "name": name,
                "name_pinyin": sort_pinyin(name),
                "sex": "1",
                "birth": birth.isoformat(),
                "household_id": home,
                "relation_code": "02" if i % _PER_HOME == 0 else "20",
                "status": "present",
                "created_at": moment,
                "updated_at": moment,
            }
        )
        row = {"resident_id": i, "position": 0}
        documents.append(row | {"kind": "other", "number": f"{number}{i}", "tail": number[-4:]})
        phones.append(row | {"kind": "mobile", "number": phone, "tail": phone[-4:], "note": None})
    homes = range(1, count // _PER_HOME + 2)
    places = [{"id": i, **dwelling_values(_address(i)), "note": None} for i in homes]
    households = [
        {"id": i, "number": f"{i:06d}", "kind": "family", "dwelling_id": i} for i in homes
    ]
    started = process_time()
    with services.context.writing("导入") as work:
        for record, rows in (
            (DwellingRecord, places),
            (HouseholdRecord, households),
            (ResidentRecord, residents),
            (IdentityDocumentRecord, documents),
            (PhoneRecord, phones),
        ):
            work.connection.execute(insert(record), rows)
        written = process_time()
    print(f"  rows {written - started:.2f} s, index and commit {process_time() - written:.2f} s")
    return process_time() - started


def _address(i: int) -> Address:
    rest, room = divmod(i, 12)
    rest, unit = divmod(rest, 4)
    estate, building = divmod(rest, 30)
    estates = ["幸福", "光明", "建设", "团结", "和平", "胜利", "人民", "解放", "文化", "朝阳"]
    return Address(
        estate=f"{estates[estate % 10]}{estate // 10 or ''}小区",
        building=f"{building + 1}号楼",
        unit=f"{unit + 1}单元",
        room=f"{room // 2 + 1}0{room % 2 + 1}",
    )


def _typed(services: Services, rng: random.Random, count: int) -> list[str]:
    """Return what clerks type, each way of asking, for people who are there."""
    found = []
    with services.context.db.reading() as connection:
        for _ in range(_ROUNDS // 10):
            row = connection.execute(
                text(
                    "SELECT r.name, r.name_pinyin, r.birth, p.number, i.tail, d.building_key "
                    "FROM resident r JOIN phone p ON p.resident_id = r.id "
                    "JOIN identity_document i ON i.resident_id = r.id "
                    "JOIN dwelling d ON d.id = r.home_id WHERE r.id = :id"
                ),
                {"id": rng.randrange(1, count)},
            ).one()
            syllables = row.name_pinyin.split()
            found += [
                row.name,
                row.name[:1],
                row.name[-1:],
                "".join(syllables),
                "".join(part[0] for part in syllables),
                syllables[0] + "".join(part[0] for part in syllables[1:]),
                row.number[3:9],
                row.number[-4:],
                row.tail,
                row.birth.replace("-", ""),
                row.building_key.replace("|", ""),
                f"{row.name[:1]} {row.number[-4:]}",
            ]
    return found


def timed(what: str, calls: list[Callable[[], object]]) -> float:
    """Run the calls one after the other; print and return the p95 in milliseconds."""
    times = []
    for call in calls:
        started = process_time()
        call()
        times.append((process_time() - started) * 1000)
    p95 = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"  {what}: p50 {median(times):.2f} ms, p95 {p95:.2f} ms, max {max(times):.2f} ms")
    return p95


def naive(services: Services, typed: str) -> int:
    """Find as a program without an index would."""
    asked = {"some": f"%{typed}%", "whole": typed, "first": f"{typed}%"}
    with services.context.db.reading() as connection:
        return len(connection.execute(_NAIVE, asked).all())


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_finding_among_seventy_thousand_beats_a_naive_search(data_dir):
    created = create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    services = open_services(created.context)
    try:
        print(f"\n{PEOPLE} people added in {fill(services, PEOPLE):.1f} s")
        _time_lists(services)
        typed = _typed(services, random.Random(3), PEOPLE)
        residents = services.residents
        find = timed("find_ids (50)", [lambda t=t: residents.find_ids(t, 50) for t in typed])
        timed("find (50 lines)", [lambda t=t: residents.find(t) for t in typed])
        slow = timed("naive LIKE", [lambda t=t: naive(services, t) for t in typed[:60]])
    finally:
        created.context.db.close()
    print(f"  naive LIKE takes {slow / find:.0f} times as long (p95)")
    assert slow > 5 * find


def _time_lists(services: Services) -> None:
    residents, everybody = services.residents, ResidentFilter()
    for sort in ResidentSort:
        timed(f"list_ids by {sort}", [lambda s=sort: residents.list_ids(everybody, s)] * 3)
    some = ResidentFilter(text="张秀")
    timed("list_ids of a text", [lambda: residents.list_ids(some)] * 20)
    ids, rng = residents.list_ids(everybody), random.Random(3)
    starts = [rng.randrange(PEOPLE - 200) for _ in range(40)]
    timed("rows (200)", [lambda s=s: residents.rows(ids[s : s + 200]) for s in starts])
