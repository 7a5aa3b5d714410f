"""Finding is compared with a naive oracle that looks at every person."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product

import pytest
from support.people import make_document, make_phone

from linli.domain.pinyin import readings, spellings
from linli.domain.residents import (
    HouseholdDraft,
    ResidentDraft,
    ResidentFilter,
    ResidentSort,
)
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import birth_of
from linli.progress import Cancelled
from linli.storage import dwellings, households, residents
from linli.storage.resident_lists import list_ids
from linli.storage.schema import CardRecord
from linli.storage.search import find_ids

NAMES = [
    "张三",
    "张三丰",
    "张珊",
    "章三丰",
    "单伟",
    "单雄信",
    "丹伟",
    "解晓东",
    "谢晓东",
    "仇英",
    "邱英",
    "曾国强",
    "查良镛",
    "乐嘉",
    "重阳",
    "长孙无忌",
    "长孙皇",
    "欧阳修",
    "欧阳娜娜",
    "吕布",
    "鲁布",
    "卢梅",
    "绿珠",
    "安娜",
    "阿娜尔",
    "昂山",
    "曲比阿乌",
    "买买提·吐尔逊",
    "阿卜杜热合曼·艾山",
    "古丽米热",
    "热依扎·阿里木江",
    "张𬶍",
    "王〇",
    "李\ue123",
    "䶮小明",
    "周行知",
    "朴正",
    "覃秀英",
    "区伟",
    "盖聂",
    "黑大壮",
    "赵伟",
    "赵伟伟",
    "孙一",
    "孙一一",
    "石珊珊",
    "石山",
    "沈珊",
    "沈三",
    "沈从文",
    "尹一",
    "任一",
    "仁一凡",
    "尤勇",
    "游永",
    "郗慧林",
]
ESTATES = ("幸福小区", "光明小区", "幸福巷", None)


@dataclass(frozen=True)
class Known:
    """A person as the oracle knows them."""

    id: int
    name: str
    document: str
    phone: str
    birth: PartialDate
    address: Address
    household: str
    card: str


def _address(i: int) -> Address:
    estate = ESTATES[i % 4]
    if estate == "幸福巷":
        return Address(estate=estate, building=f"{i + 1}号")
    return Address(
        estate=estate,
        building=f"{i % 5 + 1}号楼",
        unit=f"{i % 3 + 1}单元",
        room=f"{i % 6 + 1}0{i % 2 + 1}",
    )


@pytest.fixture(scope="module")
def module_ledger(
    tmp_path_factory: pytest.TempPathFactory, _founded
) -> "Iterator[tuple[object, list[Known]]]":
    import shutil

    from support.ledgers import ACTOR, FixedClock

    from linli.storage.database import Database

    folder = tmp_path_factory.mktemp("search") / "ledger"
    shutil.copytree(_founded.data_dir.root, folder)
    database = Database(folder / _founded.data_dir.database.name, _founded.key)
    known = []
    with database.writing("登记", ACTOR, FixedClock()()) as work:
        for i, name in enumerate(NAMES):
            address = _address(i)
            home = dwellings.find_or_add(work.session, address)
            number = f"HU-{i:03d}"
            household = households.add_household(
                work.session, HouseholdDraft(number=number, dwelling_id=home)
            )
            born = date(1950, 1, 1) + timedelta(days=i * 379)
            document = make_document(birth=born, sequence=7 * i + 1)
            phone = f"1{(3, 5, 9)[i % 3]}{(i * 7_654_321 + 12_345_678) % 10**9:09d}"
            draft = ResidentDraft(
                name=name,
                documents=(document,),
                phones=(make_phone(phone),),
                birth=birth_of(document),
                household_id=household.id,
            )
            record = residents.add_resident(work.session, draft, FixedClock()())
            card = f"{i + 1:06d}{i % 10}"
            work.session.add(CardRecord(number=card, kind="resident", household_id=household.id))
            known.append(
                Known(record.id, name, document.number, phone, draft.birth, address, number, card)
            )
    yield database, known
    database.close()


# ---- the oracle ---------------------------------------------------------------------------


def _plain(name: str) -> str:
    return name.replace("·", "")


def _places(name: str) -> list[tuple[str, ...]]:
    return [tuple(s for one in place for s in spellings(one)) for place in readings(name)]


def _spells(typed: str, places: list[tuple[str, ...]]) -> bool:
    """Whether `typed` is a beginning of each of some syllables, one after the other."""
    if not typed:
        return True
    if not places:
        return False
    return any(
        typed.startswith(one[:size]) and _spells(typed[size:], places[1:])
        for one in places[0]
        for size in range(1, len(one) + 1)
    )


def _is_spelt(typed: str, name: str) -> bool:
    places = _places(name)
    return any(_spells(typed, places[start:]) for start in range(len(places)))


def _by_name(typed: str, person: Known) -> bool:
    return _plain(typed) in _plain(person.name)


def _by_name_or_estate(typed: str, person: Known) -> bool:
    return _by_name(typed, person) or typed in (person.address.estate or "")


def _by_pinyin(typed: str, person: Known) -> bool:
    return _is_spelt(typed, person.name)


def _by_number(typed: str, person: Known) -> bool:
    typed = typed.upper()
    return (
        typed in person.phone
        or person.document.startswith(typed)
        or (len(typed) > 3 and person.document.endswith(typed))
        or person.birth.iso().replace("-", "") == typed
        or person.card == typed
    )


def _by_place(*parts: str | None) -> Callable[[str, Known], bool]:
    """Compare with the given estate fragment, building, unit and room; None: whatever."""

    def holds(_typed: str, person: Known) -> bool:
        estate, *numbers = parts
        address = person.address
        mine = (address.building, address.unit, address.room)
        bare = [
            (part or "").removesuffix(word)
            for part, word in zip(mine, ("楼", "单元", ""), strict=True)
        ]
        bare[0] = bare[0].removesuffix("号")
        return (estate or "") in (address.estate or "") and all(
            wanted is None or wanted == part for wanted, part in zip(numbers, bare, strict=True)
        )

    return holds


def _found(database, text: str) -> set[int]:
    with database.reading() as connection:
        found = find_ids(connection, text)
        listed = list_ids(
            connection, ResidentFilter(text=text), ResidentSort.ENTERED, today=date(2026, 11, 23)
        )
    assert len(found) == len(set(found))
    assert set(found) == set(listed), "the list's filter finds the same people"
    return set(found)


def _expected(known: list[Known], oracle, text: str) -> set[int]:
    return {person.id for person in known if oracle(text, person)}


# ---- tests --------------------------------------------------------------------------------


def test_every_part_of_a_name_finds_exactly_who_has_it(module_ledger):
    database, known = module_ledger
    parts = set()
    for person in known:
        plain = _plain(person.name)
        parts |= {plain[i:j] for i in range(len(plain)) for j in range(i + 1, len(plain) + 1)}
        parts.add(person.name)
    for part in parts:
        assert _found(database, part) == _expected(known, _by_name_or_estate, part), part


def test_pinyin_initials_and_mixtures_of_every_reading_find_only_who_is_read_so(module_ledger):
    database, known = module_ledger
    owners: dict[str, set[int]] = {}
    for person in known:
        for reading in islice(product(*_places(person.name)), 16):
            initials = "".join(syllable[0] for syllable in reading)
            for typed in (
                "".join(reading),
                initials,
                reading[0] + initials[1:],
                initials[0] + "".join(reading[1:]),
                "".join(syllable[:2] for syllable in reading[:3]),
                "".join(reading)[:-1],
                "".join(reading[1:]),
                initials[1:],
            ):
                if typed.isascii() and typed:
                    owners.setdefault(typed, set()).add(person.id)
    for typed, wanted in owners.items():
        found = _found(database, typed)
        assert wanted <= found, typed
        assert found <= _expected(known, _by_pinyin, typed), typed


def test_parts_of_numbers_find_exactly_who_has_them(module_ledger):
    database, known = module_ledger
    for person in known:
        phone, document = person.phone, person.document
        typed = [phone, phone[:5], phone[3:9], phone[-4:], phone[-3:], phone[4:7]]
        typed += [document, document.lower(), document[-4:], document[-6:].lower(), document[:12]]
        typed += [person.birth.iso().replace("-", ""), person.card]
        for text in typed:
            found, wanted = _found(database, text), _expected(known, _by_number, text)
            assert wanted <= found, (
                text,
                [(k.phone, k.document) for k in known if k.id in wanted - found],
            )
            if len(text) > 4:  # shorter ones may be rooms too
                assert found == wanted, text


@pytest.mark.parametrize(
    ("typed", "oracle"),
    [
        ("3-2-501", _by_place(None, "3", "2", "501")),
        ("1-1-101", _by_place(None, "1", "1", "101")),
        ("3号楼2单元", _by_place(None, "3", "2", None)),
        ("三号楼二单元", _by_place(None, "3", "2", None)),
        ("３栋", _by_place(None, "3", None, None)),
        ("3#", _by_place(None, "3", None, None)),
        ("2单元", _by_place(None, None, "2", None)),
        ("101室", _by_place(None, None, None, "101")),
        ("幸福小区", _by_place("幸福小区", None, None, None)),
        ("幸福", _by_place("幸福", None, None, None)),
        ("明小", _by_place("明小", None, None, None)),
        ("光明小区4号楼", _by_place("光明小区", "4", None, None)),
        ("西河社区光明小区4号楼", _by_place("光明小区", "4", None, None)),
        ("幸福巷15号", _by_place("幸福巷", "15", None, None)),
        ("幸福巷15", _by_place("幸福巷", "15", None, None)),
        ("光明小区 4号楼", _by_place("光明小区", "4", None, None)),
        ("4号楼 光明小区 1单元", _by_place("光明小区", "4", "1", None)),
    ],
)
def test_an_address_finds_exactly_who_lives_there(module_ledger, typed, oracle):
    database, known = module_ledger
    wanted = _expected(known, oracle, typed)
    assert wanted, "the example must be somebody's address"
    assert _found(database, typed) == wanted


def test_two_numbers_are_building_and_unit_or_unit_and_room(module_ledger):
    database, known = module_ledger
    assert _found(database, "4-1") == _expected(known, _by_place(None, "4", "1", None), "")
    assert _found(database, "3-301") == _expected(known, _by_place(None, None, "3", "301"), "") | (
        _expected(known, _by_place(None, "3", None, "301"), "")
    )


def test_a_dashed_address_goes_before_the_end_of_a_number(db, actor, clock):
    with db.writing("登记", actor, clock()) as work:
        home = dwellings.find_or_add(
            work.session, Address(building="3号楼", unit="2单元", room="501")
        )
        phone = make_phone("13911132501")
        caller = residents.add_resident(
            work.session, ResidentDraft(name="甲", phones=(phone,)), clock()
        ).id
        neighbour = residents.add_resident(
            work.session, ResidentDraft(name="乙", dwelling_id=home), clock()
        ).id
    with db.reading() as connection:
        assert find_ids(connection, "3-2-501") == [neighbour, caller]


def test_a_household_number_finds_the_household(module_ledger):
    database, known = module_ledger
    for typed in ("HU-007", "hu-007", "ｈｕ-007"):
        assert _found(database, typed) == {known[7].id}
    assert len(_found(database, "HU-01")) == 10


def test_several_words_all_narrow(module_ledger):
    database, known = module_ledger
    for person in known:
        for text in (
            f"{_plain(person.name)[0]} {person.phone[-4:]}",
            f"{person.phone[-4:]}，{person.document[-4:]}",
            f"{person.document[-4:]} {person.household} {_plain(person.name)[-1]}",
        ):
            assert person.id in _found(database, text), text
    zhang = _expected(known, _by_name, "张")
    assert _found(database, "张 幸福") == zhang & _expected(
        known, _by_place("幸福", None, None, None), ""
    )
    assert _found(database, "张 z 三") == _expected(known, _by_name, "张三")


@pytest.mark.parametrize(
    "typed", ["张 %三", "a%", "NOT", "张*", '张" OR "', "zzzzqqq", "1_", "x' OR 1", "\\s", "AND 张"]
)
def test_marks_and_nonsense_are_no_patterns(module_ledger, typed):
    database, known = module_ledger
    assert len(_found(database, typed)) < len(known) / 2


@pytest.mark.parametrize("typed", ["", "  ", "·", "%", "_", "'", "*", "(", "，、"])
def test_a_text_without_letters_finds_nobody_and_filters_nothing(module_ledger, typed):
    database, known = module_ledger
    with database.reading() as connection:
        assert find_ids(connection, typed) == []
        wanted, today = ResidentFilter(text=typed), date(2026, 11, 23)
        assert len(list_ids(connection, wanted, ResidentSort.NAME, today=today)) == len(known)


def test_exact_names_come_first_then_beginnings_then_the_rest(module_ledger):
    database, known = module_ledger
    names = {person.id: person.name for person in known}
    with database.reading() as connection:
        san = [names[i] for i in find_ids(connection, "张三")]
        wei = [names[i] for i in find_ids(connection, "赵伟")]
        spelt = [names[i] for i in find_ids(connection, "shenshan")]
        part = [names[i] for i in find_ids(connection, "伟")]
    assert san == ["张三", "张三丰"]
    assert wei == ["赵伟", "赵伟伟"]
    assert spelt == ["沈珊"]
    assert set(part) == {"单伟", "丹伟", "区伟", "赵伟", "赵伟伟"}


def test_a_cut_list_is_the_beginning_of_the_whole_one(module_ledger):
    database, _ = module_ledger
    with database.reading() as connection:
        for text in ("张", "s", "幸福", "1", "张 幸"):
            whole = find_ids(connection, text)
            assert find_ids(connection, text) == whole, "the order is stable"
            for limit in (1, 2, 5, 1000):
                assert find_ids(connection, text, limit) == whole[:limit]


def test_former_and_native_names_and_tags_find_their_owner(db, actor, clock):
    with db.writing("登记", actor, clock()) as work:
        draft = ResidentDraft(
            name="古丽",
            former_name="陈小妹",
            native_name="گۈلى Ахметова",
            skills=("会修水管",),
            care_tags=("独居老人",),
        )
        person = residents.add_resident(work.session, draft, clock()).id
    with db.reading() as connection:
        for typed in ("小妹", "chenxm", "گۈلى", "ахмет", "АХМЕТ", "修水管", "独居"):
            assert find_ids(connection, typed) == [person], typed


def test_a_card_number_finds_its_holders_with_or_without_more_words(module_ledger):
    database, known = module_ledger
    person = known[3]
    assert _found(database, person.card) == {person.id}
    assert _found(database, f"{person.card} {person.name[0]}") == {person.id}
    assert _found(database, f"{person.name[-1]} {person.card}") == {person.id}
    assert _found(database, f"{person.card} 龘") == set()


@pytest.mark.parametrize("typed", ["张三", "zhangs", "1385", "张 3", "3-2-501"])
def test_a_search_can_be_broken_off(module_ledger, monkeypatch, typed):
    database, _ = module_ledger
    monkeypatch.setattr("linli.storage.database._STEPS_BETWEEN", 1)
    with pytest.raises(Cancelled), database.reading(stop=lambda: True) as connection:
        find_ids(connection, typed)
    assert database.audit_problems() == [], "the connection goes on working"


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "typed",
    [
        *("gan" * 13, "gan" * 90, "xian" * 12, "a" * 60, "z" * 60, "1" * 60, "12" * 40, "张" * 300),
        *("三号楼" * 40, "a-" * 200, "abdrhm" * 5, "zhang " * 200, "一二三 " * 100),
        "(" * 300 + "张",
    ],
    ids=lambda typed: f"{typed[:8]} {len(typed)}",
)
def test_whatever_is_pasted_is_answered_in_no_time(module_ledger, typed):
    database, _ = module_ledger
    with database.reading() as connection:
        statements: list[str] = []
        connection.connection.driver_connection.set_trace_callback(statements.append)
        find_ids(connection, typed, 50)
        connection.connection.driver_connection.set_trace_callback(None)
    assert sum(map(len, statements)) < 600_000
