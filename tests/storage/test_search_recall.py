"""Every person is found by each of their keys, in every way in which people say it."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product

import pytest
from support.people import make_document, make_phone

from linli.domain.pinyin import readings, spellings
from linli.domain.residents import FloatingStay, HouseholdDraft, ResidentDraft
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.numerals import to_chinese
from linli.storage import dwellings, households, residents
from linli.storage.register_schema import EntitlementRecord
from linli.storage.schema import CardRecord, PartyMembershipRecord, RentalRecord
from linli.storage.search import find_ids

SURNAMES = (
    *"张王李单曾仇解查盖区覃朴乐缪翟种员乜召折秘繁祭重适句阚长卜薄牟洗粘能角藏茜参吕尹石沈黑",
    *("欧阳", "司马", "诸葛", "上官", "尉迟", "万俟", "长孙", "令狐", "呼延", "夏侯"),
)
GIVEN = "三丰伟芳娜秀英敏静丽强行乐朝藏长重曾调传单女绿月宁安爱阿恩西先坚姜江江\U0002a6a5䶮"
MINORITY = (
    "买买提·吐尔逊",
    "阿卜杜热合曼·艾山",
    "热依扎·阿里木江",
    "古丽米热·阿不都拉",
    "努尔兰·叶尔肯别克",
    "曲比阿乌",
    "昂山",
)
RARE = ("李\U0002a6a5", "张\U00020547\U0002a700", "王〇", "赵\ue816明", "陈䶮", "刘㛃")
LATIN = ("Ahmed Ali", "John Smith", "李 Mary")
ESTATES = ("幸福小区", "光明花园", "建设路12号院", "和平里", "幸福巷", None)
TAGS = ("低保户", "独居老人", "残疾人", "优抚对象")
SKILLS = ("会修水管", "理发", "电工")


def names(rng: random.Random) -> Iterator[str]:
    yield from (*MINORITY, *RARE, *LATIN)
    for surname in SURNAMES:
        for size in (1, 2, 2):
            yield surname + "".join(rng.choices(GIVEN, k=size))


def home(i: int) -> Address:
    estate = ESTATES[i % len(ESTATES)]
    if estate == "幸福巷":
        return Address(estate=estate, building=f"{i + 1}号")
    return Address(
        estate=estate,
        building=f"{i % 13 + 1}号楼",
        unit=f"{i % 4 + 1}单元",
        room=f"{i % 17 + 1}0{i % 4 + 1}",
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory, _founded):
    """A ledger of some two hundred people, and of each what finds them."""
    import shutil

    from support.ledgers import ACTOR, FixedClock

    from linli.storage.database import Database

    folder = tmp_path_factory.mktemp("recall") / "ledger"
    shutil.copytree(_founded.data_dir.root, folder)
    database = Database(folder / _founded.data_dir.database.name, _founded.key)
    rng, keys = random.Random(12), {}
    with database.writing("登记", ACTOR, FixedClock()()) as work:
        for i, name in enumerate(names(rng)):
            address, number = home(i), f"{i * 37:06d}"
            dwelling = dwellings.find_or_add(work.session, address)
            household = households.add_household(
                work.session, HouseholdDraft(number=number, dwelling_id=dwelling)
            )
            document = make_document(birth=_birth(i), sequence=i + 1)
            phone = make_phone(f"1{rng.choice('358')}{rng.randrange(10**9):09d}")
            draft = ResidentDraft(
                name=name,
                former_name=f"陈{GIVEN[i % 10]}{GIVEN[i % 7]}" if i % 5 == 0 else None,
                documents=(document,),
                phones=(phone,),
                birth=PartialDate.from_date(_birth(i)),
                household_id=household.id,
                relation_code="02" if i % 3 == 0 else "10",
                care_tags=(TAGS[i % 4],),
                skills=(SKILLS[i % 3],),
                origin_village=f"{GIVEN[i % 9]}家庄",
                occupation="教师" if i % 2 else None,
                employer="木垒县第一中学" if i % 2 else None,
                politics_code="01" if i % 4 == 0 else "13",
                floating=FloatingStay(origin="甘肃") if i % 6 == 0 else None,
            )
            person = residents.add_resident(work.session, draft, FixedClock()())
            card = f"{i + 1:06d}{i % 10}"
            work.session.add(CardRecord(number=card, kind="resident", household_id=household.id))
            if i % 7 == 0:
                work.session.add(
                    EntitlementRecord(resident_id=person.id, kind_code="01", version=1)
                )
            if i % 8 == 0:
                work.session.add(
                    PartyMembershipRecord(
                        resident_id=person.id, management="direct", difficulty=i % 16 == 0
                    )
                )
            if i % 9 == 0:
                work.session.add(RentalRecord(dwelling_id=dwelling))
            keys[person.id] = (i, draft, address, number, card)
    yield database, keys
    database.close()


def _birth(i: int) -> date:
    return date(1938, 2, 14) + timedelta(days=i * 131)


# ---- what people say ----------------------------------------------------------------------


def by_name(name: str) -> Iterator[str]:
    plain = name.replace("·", "").replace(" ", "")
    yield name
    yield from (plain[i:j] for i in range(len(plain)) for j in range(i + 1, len(plain) + 1))
    yield " ".join(reversed(plain))  # in any order


def by_letters(name: str) -> Iterator[str]:
    if name in LATIN:
        yield from (name.lower(), name.upper(), name.replace(" ", "").lower())
        return
    places = [tuple(s for one in place for s in spellings(one)) for place in readings(name)]
    for reading in islice(product(*places), 24):
        initials = "".join(one[0] for one in reading)
        whole = "".join(reading)
        texts = (
            *(whole, initials, whole.upper(), "'".join(reading), " ".join(reading)),
            *(reading[0] + initials[1:], initials[0] + "".join(reading[1:])),
            *("".join(reading[1:]), initials[1:], reading[-1], initials[:2], whole[:-1]),
            *(reading[0], reading[0][:2], "".join(reading[:2])),
        )
        yield from (text for text in texts if text and text.isascii())


def by_number(draft: ResidentDraft, household: str, card: str) -> Iterator[str]:
    document, phone = draft.documents[0].number, draft.phones[0].number
    yield from (document[:end] for end in range(1, len(document) + 1))
    yield from (document[-size:] for size in range(4, len(document)))
    yield from (document.lower(), "".join(chr(ord(c) + 0xFEE0) for c in document))
    yield from (phone[i:j] for i in range(len(phone)) for j in range(i + 3, len(phone) + 1))
    yield from (phone[:1], phone[:2], f"{phone[:3]}-{phone[3:7]}-{phone[7:]}")
    yield f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    yield from (household[:end] for end in range(1, len(household) + 1))
    yield card


def by_birth(birth: PartialDate) -> Iterator[str]:
    year, month, day = birth.year, birth.month, birth.day
    digits = f"{year}{month:02d}{day:02d}"
    yield from (digits[:end] for end in range(4, 9))
    yield from (f"{year}-{month:02d}-{day:02d}", f"{year}.{month}.{day}", f"{year}/{month}/{day}")
    yield f"{year}年{month}月{day}日"


def by_home(address: Address) -> Iterator[str]:
    estate, building = address.estate or "", address.building or ""
    yield from (estate[i:j] for i in range(len(estate)) for j in range(i + 2, len(estate) + 1))
    if building.endswith("号"):
        yield from (f"{estate}{building}", f"{estate}{building[:-1]}", building, f"{building} 巷")
        return
    number, unit = building.removesuffix("号楼"), (address.unit or "").removesuffix("单元")
    room, spoken = address.room, to_chinese(int(number))
    yield from (f"{number}-{unit}-{room}", f"{number}-{unit}", f"{number}-{room}", f"{unit}-{room}")
    yield from (
        f"{number}#{unit}-{room}",
        f"{number}号楼",
        f"{number}栋",
        f"{number}幢",
        f"{number}#",
    )
    yield from (f"{spoken}号楼", f"{spoken}号楼{to_chinese(int(unit))}单元", f"{unit}单元{room}")
    yield from (f"{number}号楼{unit}单元{room}室", f"{number}栋{room}", f"{room}室", f"{room}")
    yield from (f"{number}号楼 {room}", f"{room} {unit}单元 {number}号楼")
    if estate:
        yield from (f"{estate}{number}号楼{room}", f"{estate}{number}-{unit}-{room}")
        yield from (
            f"{estate[:2]}{number}号楼",
            f"西河社区{estate}{number}号楼",
            f"{room} {estate}",
        )


def by_words(i: int, draft: ResidentDraft) -> Iterator[str]:
    yield from (*draft.care_tags, *draft.skills, draft.care_tags[0][:2], draft.skills[0][-2:])
    yield f"{draft.care_tags[0]} {_surname(draft)}"
    yield from (draft.origin_village, draft.origin_village[:2])
    for holds, texts in (
        (draft.relation_code == "02", ("户主",)),
        (draft.floating, ("流动人口", "流动")),
        (draft.occupation, ("教师", "第一中学", "木垒县第一中学")),
        (draft.politics_code == "01", ("党员", "中共党员")),
        (i % 7 == 0, ("低保", "最低生活保障", "享受低保")),
        (i % 8 == 0, ("党员", "直管", "直管党员")),
        (i % 16 == 0, ("困难党员",)),
        (i % 9 == 0, ("出租", "出租房屋")),
    ):
        if holds:
            yield from texts


def together(draft: ResidentDraft, address: Address, household: str) -> Iterator[str]:
    surname, phone, document = _surname(draft), draft.phones[0].number, draft.documents[0].number
    initial = readings(draft.name)[0][0]
    yield from (f"{surname} {phone[-4:]}", f"{document[-4:]} {surname}", f"{surname},{phone[:3]}")
    yield from (f"{initial} {phone[-4:]}", f"{initial} {address.building}")
    yield f"{household} {surname} {document[-6:]} {draft.birth.year}"


def _surname(draft: ResidentDraft) -> str:
    return draft.name[:1]


def test_everybody_is_found_by_each_of_their_keys(ledger):
    database, keys = ledger
    assert len(keys) > 150
    asked: dict[str, set[int]] = {}
    for person, (i, draft, address, household, card) in keys.items():
        for text in (
            *by_name(draft.name),
            *by_letters(draft.name),
            *(by_name(draft.former_name) if draft.former_name else ()),
            *(by_letters(draft.former_name) if draft.former_name else ()),
            *by_number(draft, household, card),
            *by_birth(draft.birth),
            *by_home(address),
            *by_words(i, draft),
            *together(draft, address, household),
        ):
            asked.setdefault(text, set()).add(person)
    assert len(asked) > 10_000
    with database.reading() as connection:
        missed = {
            text: sorted(wanted.difference(found))
            for text, wanted in asked.items()
            if not wanted <= set(found := find_ids(connection, text))
        }
    assert missed == {}
