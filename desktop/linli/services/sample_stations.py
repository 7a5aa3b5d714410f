"""The sample hall's seven points, guides and matters done for people, all fictitious."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from linli.domain.agency import AgencyDraft, AgencyResult, AgencyStep
from linli.domain.guides import Guide, GuideDraft, GuideKind, clean_guide
from linli.domain.staff import Station
from linli.domain.station_points import Point, Tick
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.database import Writing

_SIGNED, _FURNISHED = 9, 10  # of the eleven stations; some points are open, as in every hall
_HELP = "关爱援助站"
_GUIDES = (
    GuideDraft(
        kind=GuideKind.GUIDE,
        title="办事流程和服务承诺",
        conditions="来办事的居民和流动人口",
        materials="本人身份证",
        steps="首问接待，当场登记\n能办的当场办，不能办的一次告知\n要转办的填交接单，跟到办结\n"
        "办好后通知本人，请本人评价",
        days=0,
    ),
    GuideDraft(
        kind=GuideKind.SERVICE,
        title="老年人优待证代办",
        basis="《中华人民共和国老年人权益保障法》",
        conditions="年满 60 周岁\n本人愿意由社区代办",
        materials="身份证复印件 1 份\n户口簿复印件 1 份\n一寸近照 2 张",
        steps="窗口收件，出具回执\n送街道便民服务中心审核\n领回证件，通知本人领取",
        days=10,
    ),
    GuideDraft(
        kind=GuideKind.RULES,
        title="首问责任和一次告知制度",
        steps="第一个接待的工作人员是首问责任人，要登记来访的时间、事项和去向。\n"
        "属于自己职责的马上办；不属于的，带到或转到经办人，并当面交接。\n"
        "办事的依据、条件、程序、期限和材料，一次书面告知。\n"
        "经办人不在岗，由 B 岗代办，不让居民跑第二趟。",
    ),
)
_MATTERS = (
    ("老年人优待证代办", 21, 14, True, "证件已领回，交给本人。"),
    ("老年人优待证代办", 12, 2, True, None),
    ("代缴有线电视费", 1, -4, False, None),
)
"""What, how many days ago it came, when it was due (days ago), whether it went on, its end."""
_OFFICE = "街道便民服务中心"


def add_stations(work: "Writing", fiction: Fiction) -> None:
    """Add what was seen of the seven points, three guides and three matters.

    Args:
        work: the transaction.
        fiction: makes up the people.
    """
    from linli.storage import guides, stations

    found = stations.list_stations(work.connection)
    _add_ticks(work, found, fiction.today)
    help_id = next((station.id for station in found if station.facts.name == _HELP), None)
    for draft in _GUIDES:
        at_help = clean_guide(replace(draft, station_id=help_id))
        guides.save_guide(work.session, None, at_help)
    _add_matters(work, fiction, guides.list_guides(work.connection), help_id)


def _add_ticks(work: "Writing", found: list[Station], today: date) -> None:
    from linli.storage import station_points

    day = today - timedelta(days=7)
    for place, station in enumerate(found):
        ticks = [
            Tick(point=Point.SIGN, present=place < _SIGNED, checked_on=day),
            Tick(
                point=Point.EQUIPMENT,
                present=place < _FURNISHED,
                checked_on=day,
                note=None if place < _FURNISHED else "血压计坏了，待更换",
            ),
        ]
        station_points.save_ticks(work.connection, station.id, ticks)


def _add_matters(
    work: "Writing", fiction: Fiction, known: list[Guide], station_id: int | None
) -> None:
    from linli.storage import agency

    by_title = {guide.facts.title: guide for guide in known}
    clerk = fiction.name(HAN, fiction.sex())
    for item, came, due, went_on, result in _MATTERS:
        received = fiction.today - timedelta(days=came)
        guide = by_title.get(item)
        draft = AgencyDraft(
            name=fiction.name(HAN, fiction.sex()),
            phone=fiction.mobile(),
            received_on=received,
            item=item,
            guide_id=guide.id if guide else None,
            station_id=station_id,
            materials=guide.facts.materials if guide else "缴费卡",
            promised_on=fiction.today - timedelta(days=due),
            first_asked=clerk,
        )
        sequence = agency.next_sequence(work.connection, received.year)
        case_id = agency.add_case(work.session, draft, sequence=sequence, account=clerk)
        record = agency.get_record(work.session, case_id)
        if went_on:
            step = AgencyStep(
                day=received + timedelta(days=1), giver=clerk, taker=_OFFICE, words="材料已交齐。"
            )
            agency.add_step(work.session, record, step)
        if result:
            ended = AgencyResult(
                closed_on=fiction.today - timedelta(days=due + 1), result=result, taken_by="本人"
            )
            agency.end_case(work.session, record, ended)
