"""The card of somebody who does not exist, with every field filled: what a template looks like."""

from linli.domain.boards import BoardEntry
from linli.domain.cards import (
    CardFacts,
    CardPerson,
    CardRental,
    CardSource,
    CardSubject,
    CardTenant,
    PlannedCard,
    card_number,
)
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.pairings import Helper
from linli.domain.settings import HallFacts
from linli.domain.staff import StaffDraft, StationDraft

PORTRAIT = "sample-portrait"
"""Stands where a digest would; the picture is `resources/templates/portrait.png`."""

_GRID = GridDraft(
    number="1",
    name="第一网格",
    officers=(
        GridOfficer(role=GridRole.LEADER, name="王建国", phone="13900000001", photo=PORTRAIT),
        GridOfficer(
            role=GridRole.LIAISON, name="阿依古丽·买买提", phone="13900000002", photo=PORTRAIT
        ),
        GridOfficer(role=GridRole.POLICE, name="李卫民", phone="0994-0000110", photo=PORTRAIT),
    ),
)
_STAFF = StaffDraft(
    name="刘敏",
    post="社区书记",
    number="008",
    office="综合服务窗口",
    phone="0994-0000001",
    photo=PORTRAIT,
    promise="热情接待，一次办好",
    party_member=True,
)
_STATION = StationDraft(
    name="关爱援助站",
    phone="0994-0000002",
    advice_phone="0994-0000003",
    place="社区一楼东侧",
    hours="周一至周五 9:00—18:00",
    services="代办代购、陪同就医\n家电维修、法律咨询",
)
_COLLEAGUES = tuple(
    StaffDraft(name=name, post=post, phone=phone, photo=PORTRAIT)
    for name, post, phone in (
        ("刘敏", "站长", "0994-0000001"),
        ("陈志强", "社工", "13900000004"),
        ("古丽娜尔·艾山", "志愿者", "13900000005"),
    )
)
_BOARD = tuple(
    BoardEntry(name=name, post=post, phone=phone, photo=PORTRAIT, promise=promise)
    for name, post, phone, promise in (
        ("赵国栋", "政策宣传员", "13900000006", "上门讲清每一项政策"),
        ("马玉兰", "邻里调解员", "13900000007", "有矛盾第一时间到"),
        ("热合曼·吐尔逊", "治安巡逻员", "13900000008", "每晚巡查一遍楼院"),
        ("孙桂芳", "环境监督员", "13900000009", "楼道整洁人人有责"),
        ("周海", "民情信息员", "13900000010", "听到的都记下来"),
        ("吴秀珍", "扶贫帮困员", "13900000011", "每周看望一次老人"),
    )
)


def sample_card(source: CardSource, hall: HallFacts) -> PlannedCard:
    """Return a card of `source` as a preview shows it, with the hall's own facts.

    The people on it are fictitious.
    """
    holder = {
        CardSource.HOME: "张桂兰",
        CardSource.STAFF: _STAFF.name,
        CardSource.STATION: _STATION.name,
        CardSource.GRID: "",
    }[source]
    is_home = source is CardSource.HOME
    facts = CardFacts(
        number=card_number(1) if is_home else "1",
        holder=holder,
        place="3号楼2单元501室" if is_home else "",
        estate="幸福小区" if is_home else "",
        household_number="0001" if is_home else "",
        hall=hall,
        grid=_GRID if source in (CardSource.HOME, CardSource.GRID) else None,
        members=(
            CardPerson(name="张桂兰", relation="户主", sex="女", birth_year="1954"),
            CardPerson(name="李建国", relation="配偶", sex="男", birth_year="1951"),
            CardPerson(name="李小燕", relation="子女", sex="女", birth_year="1982"),
        )
        if is_home
        else (),
        dwelling_note="出租房屋，一楼带院" if is_home else "",
        rental=_RENTAL if is_home else None,
        helpers=(
            Helper(name="王芳", post="社区党员", phone="13900000003", photo=PORTRAIT),
            Helper(name="艾力·买买提", post="退休干部", phone="13900000012", photo=PORTRAIT),
        )
        if is_home
        else (),
        staff=_STAFF if source is CardSource.STAFF else None,
        station=_STATION if source in (CardSource.STAFF, CardSource.STATION) else None,
        colleagues=_COLLEAGUES if source is CardSource.STATION else (),
        board=_BOARD if source is CardSource.GRID else (),
    )
    return PlannedCard(facts=facts, subject=CardSubject(), holder_id=0, issue=1)


_RENTAL = CardRental(
    number="003",
    landlord="马德福",
    landlord_phone="13900000013",
    rooms="3",
    occupants="2",
    management="放心",
    tenants=(
        CardTenant(name="赵小军", room="东间", since="2026-03"),
        CardTenant(name="钱丽", room="西间", since="2026-05"),
    ),
)
