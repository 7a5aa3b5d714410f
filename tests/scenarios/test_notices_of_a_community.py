"""A season of notices of 西河社区: doors, letters, a list to sign, numbers, a change, the archive.

Six grids of four buildings each, and two homes in each of the 24 buildings.
"""

import hashlib
from dataclasses import replace
from itertools import product

import pytest
from support.cards import page_texts
from support.homes import settle

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.notices import Issuer, NoticeFilter, NoticeState
from linli.domain.residents import ResidentFilter
from linli.domain.settings import HallFacts
from linli.domain.values.addresses import Address
from linli.services.ledger import verify

LEADERS = ("王建国", "李秀英", "马强", "古丽·买买提", "赵桂兰", "陈卫民")
HOMES = 48
_NAMES = tuple(map("".join, product("赵钱孙李周吴郑王", "建国秀英桂兰")))


@pytest.fixture
def grids(services):
    """The six grids, with their leaders and homes."""
    services.settings.save_hall(
        HallFacts(
            community="西河社区",
            hotline="0994-4820001",
            hours="9:30至13:00，15:30至19:00",
            address="西河路1号一楼",
        )
    )
    services.notices.save_issuers([Issuer(name="西河社区居民委员会", prefix="西社通")])
    ids = []
    for number, leader in enumerate(LEADERS):
        buildings = tuple(Address(building=f"{number * 4 + k}号楼") for k in range(1, 5))
        officer = GridOfficer(role=GridRole.LEADER, name=leader, phone=f"1390994000{number}")
        draft = GridDraft(
            number=str(number + 1),
            name=f"第{'一二三四五六'[number]}网格",
            buildings=buildings,
            officers=(officer,),
        )
        ids.append(services.grids.add(draft)[0])
    homes = (Address(building=f"{b}号楼", room=f"{r}01") for b in range(1, 25) for r in (1, 2))
    settle(services, zip(_NAMES, homes, strict=True))
    return ids


def everybody(services):
    ids = services.residents.list_ids(ResidentFilter())
    return tuple(services.notices.recipients(ids, per_household=True))


def door_notice(services, grid_id):
    draft = replace(services.notices.begin("reception"), grid_id=grid_id)
    return replace(draft, values=services.notices.defaults(draft))


def plain(content, page=0):
    return "".join(page_texts(content)[page].split())


def test_a_season_of_notices(services, grids, context, clock):
    papers = services.notice_papers
    # each grid has its notice on the door, with its leader, under its own number
    doors = [papers.issue(door_notice(services, grid_id)) for grid_id in grids]
    assert [done.number.text for done in doors] == [
        f"西社通〔2026〕{number}号" for number in range(1, 7)
    ]
    for leader, done in zip(LEADERS, doors, strict=True):
        assert f"接待人：{leader}" in plain(done.content)

    # a letter to every household, which has no number, and the list on which they sign
    letter = services.notices.begin("letter")
    letter = replace(
        letter,
        template=replace(letter.template, addressee="尊敬的{户主}"),
        values={**letter.values, "信的内容": "天气转凉，请注意用火用电安全。"},
        recipients=everybody(services),
    )
    sent = papers.issue(letter)
    assert sent.number is None
    assert len(page_texts(sent.content)) == HOMES
    assert all(
        f"尊敬的{one.name}" in plain(sent.content, page)
        for page, one in enumerate(letter.recipients)
    )
    sheet = replace(
        services.notices.begin("signing"),
        values={"物品": "春节慰问品"},
        recipients=everybody(services),
    )
    signed = papers.issue(sheet)
    said = "".join(plain(signed.content, page) for page in range(len(page_texts(signed.content))))
    assert f"合计：{HOMES}份" in said
    assert said.index("1号楼2份") < said.index("24号楼2份")

    # a meeting gets the next number; its place changes, its number does not
    meeting = services.notices.begin("meeting")
    asked = {"会议名称": "居民代表会议", "会议日期": "2026-11-28", "会议时间": "10:30"}
    asked |= {"会议地点": "一楼大厅", "会议内容": "讨论楼道照明", "参加人员": "居民代表"}
    meeting = replace(meeting, values=meeting.values | asked)
    called = papers.issue(meeting)
    assert called.number.text == "西社通〔2026〕7号"
    moved = replace(meeting, values=meeting.values | {"会议地点": "二楼会议室"})
    saved = services.notices.get(called.id)
    again = papers.revise(called.id, moved, reason="地点改了", version=saved.row.version)
    assert (again.number, again.revision) == (called.number, 1)

    # what was withdrawn keeps its number, and the new year begins with 1 again
    row = services.notices.get(doors[5].id).row
    services.notices.withdraw(doors[5].id, reason="印错了时间", version=row.version)
    anew = papers.issue(door_notice(services, grids[5]))
    assert anew.number.text == "西社通〔2026〕8号"
    clock.advance(days=60)
    assert papers.issue(door_notice(services, grids[0])).number.text == "西社通〔2027〕1号"

    # the register holds all of it, and the archive the very papers
    listed = services.notices.list_all(NoticeFilter(year=2026))
    numbers = sorted(row.number.sequence for row in listed if row.number)
    assert numbers == list(range(1, 9))
    withdrawn = services.notices.list_all(NoticeFilter(state=NoticeState.WITHDRAWN))
    assert [row.number.sequence for row in withdrawn] == [6]
    for done, revision in (
        (called, 0),
        (again, 1),
        (sent, 0),
        (signed, 0),
        *((d, 0) for d in doors),
    ):
        copy = papers.archive_copy(done.id, revision)
        assert copy.original
        assert copy.content == done.content
        assert b"<pdfaid:part>2</pdfaid:part>" in copy.content
        kept = {file.revision: file.digest for file in services.notices.get(done.id).files}
        assert kept[revision] == hashlib.sha256(done.content).hexdigest()
    assert verify(context).problems == ()
