"""The picture of the community, from the ledger to the paper."""

from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
from support.cards import page_texts
from support.homes import settle
from support.people import make_draft
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.community_map import (
    FIGURE,
    Box,
    Figure,
    LabelDraft,
    LabelKind,
    overlapping,
)
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.posts import PostDraft
from linli.domain.reports import ReportDraft
from linli.domain.residents import FloatingStay, RentalDraft
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.visits import VisitDraft
from linli.errors import InvalidInput, NotAllowedError, NotFoundError, UserError

BOX = Box(x=50, y=40, width=6, height=5)
ROAD = LabelDraft(kind=LabelKind.ROAD, text="幸福路", box=BOX)


def flat(building, room="101", unit="1单元"):
    return Address(building=building, unit=unit, room=room)


@pytest.fixture
def grids(services):
    """西河社区: six grids with four buildings each."""
    for number in range(6):
        draft = GridDraft(
            number=str(number + 1),
            name=f"第{'一二三四五六'[number]}网格",
            buildings=tuple(Address(building=f"{number * 4 + k}号楼") for k in range(1, 5)),
            officers=(GridOfficer(role=GridRole.LEADER, name="王芳"),),
        )
        services.grids.add(draft)
    return list(services.grids.names())


@pytest.fixture
def people(services, grids):
    return settle(
        services,
        [
            ("张一", flat("1号楼")),
            ("张二", flat("1号楼", "201")),
            ("李一", flat("2号楼")),
            ("王一", Address(estate="红星巷", building="1号")),
            ("王二", Address(estate="红星巷", building="2号")),
        ],
    )


def change(services, resident_id, **facts):
    person = services.residents.get(resident_id)
    services.residents.update(resident_id, replace(person.facts, **facts), version=person.version)


def figures(services, title):
    (found,) = (b for b in services.community_map.get().buildings if b.title == title)
    return found.figures


def test_six_grids_and_their_24_buildings_are_laid_out_before_anybody_lives_there(services, grids):
    shown = services.community_map.get()
    assert [grid.name for grid in shown.grids] == [f"第{n}网格" for n in "一二三四五六"]
    assert shown.grids[0].officers == "网格长 王芳"
    assert [building.title for building in shown.buildings] == [f"{n}号楼" for n in range(1, 25)]
    assert not shown.is_laid_out
    assert not overlapping(shown.boxes)


def test_a_lane_is_one_building_and_what_is_in_no_grid_comes_last(services, people):
    shown = services.community_map.get()
    lane = shown.buildings[-1]
    assert (lane.title, lane.dwellings, lane.figures[Figure.PEOPLE]) == ("红星巷", 2, 2)
    assert shown.grid_of(lane).name == "未划入网格"
    assert len(shown.buildings) == 25


def test_figures_count_who_lives_there_now(services, people, clock):
    first, second, third, *_ = people
    change(services, first, birth=PartialDate(1940, 1, 1), politics_code="01")
    change(services, second, birth=PartialDate(1966, 11, 23), floating=FloatingStay())
    home = services.residents.get(third).facts.household_id
    dwelling = services.dwellings.get(services.households.get(home).facts.dwelling_id)
    services.dwellings.set_rental(dwelling.id, RentalDraft(rooms=1), version=dwelling.version)
    day = clock().date()
    services.visits.add(
        VisitDraft(day=day - timedelta(9), kind_code="01", resident_id=first, next_due=day)
    )
    services.reports.add(
        ReportDraft(day=day, informant="赵敏", household_id=home, kind_code="01", content="灯坏了")
    )
    services.reports.add(ReportDraft(day=day, informant="赵敏", kind_code="01", content="路坏了"))
    assert figures(services, "1号楼") == {
        Figure.PEOPLE: 2,
        Figure.HOUSEHOLDS: 2,
        Figure.FLOATING: 1,
        Figure.ELDERS: 2,
        Figure.OLDEST: 1,
        Figure.ALONE: 2,
        Figure.RENTALS: 0,
        Figure.PARTY: 1,
        Figure.CARDLESS: 2,
        Figure.DUE: 1,
        Figure.REPORTS: 0,
    }
    here = figures(services, "2号楼")
    assert (here[Figure.RENTALS], here[Figure.REPORTS], here[Figure.ALONE]) == (1, 1, 0)
    assert services.community_map.get().elsewhere[Figure.REPORTS] == 1
    services.residents.recycle([first])
    assert figures(services, "1号楼")[Figure.OLDEST] == 0
    assert figures(services, "1号楼")[Figure.DUE] == 0


def test_old_people_with_somebody_else_at_home_or_in_the_household_are_not_alone(services, people):
    first, second, *_ = people
    for person in (first, second):
        change(services, person, birth=PartialDate(1940, 1, 1))
    household = services.residents.get(first).facts.household_id
    services.residents.add(make_draft("小张", household_id=household, documents=()))
    assert figures(services, "1号楼")[Figure.ALONE] == 1


def test_who_heads_a_building_or_a_door_of_a_lane_today_is_told(services, people, grids, clock):
    for role, name, building, until in (
        ("building_head", "赵敏", Address(building="1号楼"), None),
        ("building_head", "钱多", Address(building="2号楼"), clock().date() - timedelta(1)),
        ("lane_head", "孙立", Address(estate="红星巷", building="2号"), None),
    ):
        draft = PostDraft(grid_id=grids[0], role=role, name=name, building=building)
        number, _ = services.posts.add(draft)
        if until is not None:
            services.posts.end([number], until)
    heads = {b.title: b.heads for b in services.community_map.get().buildings if b.heads}
    assert heads == {"1号楼": "楼栋长 赵敏", "红星巷": "巷道长 孙立"}


def test_a_moved_building_stays_and_the_others_keep_their_places(services, grids):
    before = services.community_map.get()
    key = before.buildings[3].key
    changes = services.community_map.move({key: BOX, "gone|9": BOX})
    after = services.community_map.get()
    assert changes.entry_id is not None
    assert after.boxes == {**before.boxes, key: BOX}
    assert after.is_laid_out
    settle(services, [("张三", flat("99号楼"))])
    later = services.community_map.get()
    assert {k: later.boxes[k] for k in after.boxes} == after.boxes
    services.history.undo()
    services.history.undo()
    assert not services.community_map.get().is_laid_out


def test_one_move_is_one_step_that_can_be_taken_back(services, grids):
    shown = services.community_map.get()
    first, second, *_ = (building.key for building in shown.buildings)
    services.community_map.move({first: BOX})
    services.community_map.save_label(None, ROAD)
    (label,) = services.community_map.get().labels
    services.community_map.move({second: BOX.moved(9, 0)}, {label.id: BOX.moved(0, 20)})
    services.history.undo()
    after = services.community_map.get()
    assert after.boxes[second] == shown.boxes[second]
    assert after.boxes[first] == BOX
    assert after.labels[0].facts.box == BOX


def test_arranging_anew_forgets_the_places_and_keeps_the_labels(services, grids):
    shown = services.community_map.get()
    services.community_map.move({shown.buildings[0].key: BOX})
    services.community_map.save_label(None, ROAD)
    services.community_map.rearrange()
    after = services.community_map.get()
    assert (after.boxes, after.is_laid_out) == (shown.boxes, False)
    assert after.labels[0].facts == ROAD


def test_labels_are_changed_and_removed(services):
    services.community_map.save_label(None, replace(ROAD, text=" 西河 "))
    (label,) = services.community_map.get().labels
    assert label.facts.text == "西河"
    services.community_map.save_label(label.id, replace(ROAD, kind=LabelKind.WATER))
    (label,) = services.community_map.get().labels
    assert label.facts.kind is LabelKind.WATER
    services.community_map.remove_labels([label.id])
    assert services.community_map.get().labels == ()
    with pytest.raises(NotFoundError, match="标注已经不在了"):
        services.community_map.save_label(label.id, ROAD)
    with pytest.raises(InvalidInput, match="没有填写文字"):
        services.community_map.save_label(None, replace(ROAD, text=" "))


def test_the_sheet_is_a3_across_and_says_names_figures_and_bounds(services, people):
    services.community_map.save_label(None, ROAD)
    content = services.community_map.pdf(Figure.PEOPLE)
    (text,) = page_texts(content)
    plain = text.replace("\r", "").replace("\n", "")
    title, day = "西河社区　社区图（人数）", "2026年11月23日"
    for words in (title, "第一网格 3 人", "红星巷", "幸福路", day):
        assert words in plain
    assert "0 人（22 处）" in plain
    assert "打印人：" in plain
    with pypdfium2.PdfDocument(content) as document:
        width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)
    assert content == services.community_map.pdf(Figure.PEOPLE)
    assert content != services.community_map.pdf(Figure.PEOPLE, large=False)


def test_what_is_in_no_building_is_said_on_the_sheet(services, grids, clock):
    services.reports.add(
        ReportDraft(day=clock().date(), informant="赵敏", kind_code="01", content="路坏了")
    )
    (text,) = page_texts(services.community_map.pdf(Figure.REPORTS))
    assert "另有 1 件没有写到楼栋" in text


def test_where_old_people_live_alone_does_not_hang_on_a_wall(services, grids):
    with pytest.raises(UserError, match="不适合上墙"):
        services.community_map.pdf(Figure.ALONE, posting=True)
    assert page_texts(services.community_map.pdf(Figure.PLAIN, posting=True))


def test_a_wall_asks_for_the_right_to_post(services, grids):
    may_print = as_role(services, Role.MEDIATOR)
    with pytest.raises(NotAllowedError, match="打印社区图"):
        may_print.community_map.pdf(Figure.PLAIN, posting=True)


def test_an_empty_ledger_has_no_picture_to_print(services):
    with pytest.raises(UserError, match="还没有楼栋"):
        services.community_map.pdf(Figure.PEOPLE)


@pytest.mark.parametrize("figure", Figure)
def test_every_figure_is_drawn(services, people, figure):
    (text,) = page_texts(services.community_map.pdf(figure, large=False))
    assert (FIGURE[figure] in text) == (figure is not Figure.PLAIN)
