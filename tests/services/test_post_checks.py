"""How grids are staffed: the template, gaps, doubles, loads; claims, pledges, texts of duties."""

from datetime import date, timedelta

import pytest
from support.cards import page_texts
from support.teams import add_grids, names

from linli.domain.boards import BoardEntry
from linli.domain.claims import ClaimDraft, ClaimFilter, DutyPostDraft, PostKind
from linli.domain.duty_texts import DutyTextDraft
from linli.domain.post_checks import LoadRule, Slot
from linli.domain.posts import CONTACT, PostDraft
from linli.domain.values.addresses import Address
from linli.errors import InvalidInput, UserError

TODAY = date(2026, 11, 23)
TEMPLATE = (
    Slot(sign="1", role="leader", count=1),
    Slot(sign="2", role="worker", count=2),
    Slot(sign="2", role=CONTACT, count=2),
    Slot(sign="X", role="informant"),
)


@pytest.fixture
def grids(services):
    return add_grids(services)


def put(services, grid_id, role, name):
    return services.posts.add(PostDraft(grid_id=grid_id, role=role, name=name))[0]


def test_an_unfilled_template_is_said_to_be_and_nothing_is_missing_by_it(services, grids):
    assert [slot.sign for slot in services.post_checks.template()] == ["1", "2", "2", "X"]
    assert len(services.post_checks.unfilled()) == 1
    assert services.post_checks.vacancies() == []


def test_a_filled_template_says_what_each_grid_lacks(services, grids):
    services.post_checks.save_template(TEMPLATE)
    assert services.post_checks.unfilled() == []
    for grid_id in grids[1:]:
        put(services, grid_id, "leader", "马力")
    put(services, grids[0], "worker", "刘敏")
    missing = services.post_checks.vacancies()
    first = [v for v in missing if v.grid_id == grids[0]]
    assert [(v.role, v.wanted, v.have) for v in first] == [
        ("网格长", 1, 0),
        ("网格员", 2, 1),
        ("网格联络员", 2, 0),
    ]
    assert len(missing) == 3 + 5 * 2
    assert first[1].words == "缺 1 人（应有 2，现有 1）"
    register = services.post_checks.register("岗位空缺")
    assert register.groups[0].heading == "空缺（13）"


def test_a_half_filled_template_is_refused(services):
    with pytest.raises(InvalidInput, match="没有选岗位"):
        services.post_checks.save_template((*TEMPLATE[:3], Slot(sign="X")))
    with pytest.raises(InvalidInput, match="选了两次"):
        services.post_checks.save_template((*TEMPLATE[:3], Slot(sign="X", role="leader")))


def test_one_grid_and_five_grids_are_too_few_and_too_many(services, grids):
    put(services, grids[0], CONTACT, "马力")
    for grid_id in grids[:5]:
        put(services, grid_id, CONTACT, "刘敏")
    for grid_id in grids[:4]:
        put(services, grid_id, CONTACT, "赵燕")
    assert {load.name: (len(load.grids), load.fits) for load in services.post_checks.loads()} == {
        "马力": (1, False),
        "刘敏": (5, False),
        "赵燕": (4, True),
    }
    services.post_checks.save_load_rule(LoadRule(least=1, most=5, roles=(CONTACT,)))
    assert all(load.fits for load in services.post_checks.loads())
    with pytest.raises(InvalidInput):
        services.post_checks.save_load_rule(LoadRule(least=5, most=2))


def test_doubled_posts_are_found_both_ways(services, grids):
    put(services, grids[0], "leader", "马力")
    put(services, grids[0], "leader", "刘敏")
    put(services, grids[1], "worker", "马力")
    put(services, grids[1], "worker", "赵燕")
    found = [(each.who, each.what, each.one_person) for each in services.post_checks.doubled()]
    assert found == [
        ("马力", "第一网格网格长、第二网格网格员", True),
        ("马力、刘敏", "第一网格网格长", False),
    ]


def test_own_roles_join_the_list(services):
    services.post_checks.save_own_roles(["文明劝导员", " "])
    assert services.post_checks.own_roles() == ("文明劝导员",)
    assert services.post_checks.roles()[-1].name == "文明劝导员"
    with pytest.raises(InvalidInput, match="已经有了"):
        services.post_checks.save_own_roles(["网格长"])


# ---- claims -------------------------------------------------------------------------------


@pytest.fixture
def post_id(services):
    draft = DutyPostDraft(
        kind=PostKind.SIX, name="环境卫生监督员", duties="每周查看一次卫生。", wanted=2
    )
    return services.claims.save_post(draft)[0]


def claim(services, post_id, name, **facts):
    draft = ClaimDraft(post_id=post_id, name=name, since=date(2026, 1, 1), **facts)
    return services.claims.save(draft)[0]


def test_487_pledges_close_by_what_became_of_them(services, post_id):
    ids = [
        claim(services, post_id, name, pledge="带头清扫", pledged_on=date(2026, 1, 5))
        for name in names(487)
    ]
    services.claims.mark(ids[:480], kept=True, on=TODAY, note="评议通过")
    services.claims.mark(ids[480:483], kept=False, on=TODAY)
    sums = services.claims.sums()
    assert (sums.people, sums.pledged, sums.kept, sums.broken) == (487, 487, 480, 3)
    assert sums.words == "487 人作出承诺（487 份）：已践诺 480、没有践诺 3、还没评定 4。"
    services.history.undo()
    assert services.claims.sums().broken == 0


def test_the_catalogue_says_how_many_are_still_wanted(services, post_id):
    claim(services, post_id, "王强")
    claim(services, post_id, "赵燕", until=date(2026, 6, 30))
    (post,) = services.claims.posts()
    assert (post.holders, post.missing) == (1, 1)
    with pytest.raises(UserError, match="2 条认领记录"):
        services.claims.remove_post(post_id)


def test_nobody_claims_a_post_twice_at_a_time(services, post_id):
    claim(services, post_id, "赵燕", until=date(2026, 6, 30))
    with pytest.raises(InvalidInput, match="已经认领了"):
        claim(services, post_id, "赵燕")
    draft = ClaimDraft(post_id=post_id, name="赵燕", since=date(2026, 7, 1))
    services.claims.save(draft)
    assert len(services.claims.list_all(ClaimFilter())) == 2


def test_what_was_never_pledged_cannot_be_kept(services, post_id):
    claim_id = claim(services, post_id, "赵燕")
    with pytest.raises(InvalidInput, match="「赵燕」：还没有承诺"):
        services.claims.mark([claim_id], kept=True, on=TODAY)


def test_a_claim_goes_to_the_board_beside_who_stands_there(services, grids, post_id):
    services.boards.save(
        grids[0], [BoardEntry(name="马力", post="网格长"), BoardEntry(name="赵燕")]
    )
    claim(services, post_id, "赵燕", grid_id=grids[0], pledge="带头清扫")
    claim(services, post_id, "王强", grid_id=grids[0])
    count, _ = services.claims.to_board(grids[0])
    assert count == 2
    assert [(e.name, e.post, e.promise) for e in services.boards.entries(grids[0])] == [
        ("马力", "网格长", None),
        ("赵燕", "环境卫生监督员", "带头清扫"),
        ("王强", "环境卫生监督员", None),
    ]
    assert services.claims.to_board(grids[0])[0] == 0
    with pytest.raises(UserError, match="还没有人认领"):
        services.claims.to_board(grids[1])


def test_pledges_are_printed_one_page_for_each(services, post_id):
    ids = [claim(services, post_id, "赵燕", pledge="带头清扫"), claim(services, post_id, "王强")]
    pages = page_texts(services.claims.pledge_pdf(ids))
    assert len(pages) == 2
    assert "带头清扫" in pages[0]
    assert "每周查看一次卫生" in pages[0]
    assert "王强" in pages[1]
    with pytest.raises(UserError, match="没有选认领人"):
        services.claims.pledge_pdf([])


def test_the_posted_list_is_masked_and_has_a_page_for_each_grid(services, grids, post_id):
    claim(services, post_id, "赵小燕", grid_id=grids[0])
    claim(services, post_id, "王强", grid_id=grids[1])
    register = services.claims.posted_register(ClaimFilter(), "岗位认领公示")
    assert [group.heading for group in register.groups] == ["第一网格", "第二网格"]
    assert register.page_per_group
    posted = services.masking.for_posting(register)
    assert "赵小燕" not in str(posted.groups[0].rows)


# ---- texts of duties ----------------------------------------------------------------------


def test_a_text_is_printed_with_the_names_of_the_day(services, grids):
    put(services, grids[0], "leader", "马力")
    put(services, grids[0], CONTACT, "刘敏")
    draft = DutyTextDraft(
        title="《联络员工作职责》",
        text="一、{网格}的{联络员}协助{网格长}。\n\n二、{信息员}报信息。",
    )
    text_id, _ = services.duty_texts.save(draft)
    text = "".join(page_texts(services.duty_texts.pdf(text_id, [grids[0]]))).replace("\n", "")
    assert "第一网格的刘敏协助马力" in text
    assert "（暂缺）报信息" in text
    assert len(page_texts(services.duty_texts.pdf(text_id, grids))) == 6
    with pytest.raises(UserError, match="请选给哪个网格打"):
        services.duty_texts.pdf(text_id)


def test_a_field_that_nothing_is_known_for_is_refused(services):
    with pytest.raises(InvalidInput, match="区长}不知道换成什么"):
        services.duty_texts.save(DutyTextDraft(title="职责", text="{区长}负责。"))


def test_titles_are_taken_once(services):
    draft = DutyTextDraft(title="工作职责", text="做好服务。")
    text_id, _ = services.duty_texts.save(draft)
    services.duty_texts.save(draft, text_id, version=1)
    with pytest.raises(InvalidInput, match="已经有了"):
        services.duty_texts.save(draft)


def test_history_names_what_was_settled(services):
    services.post_checks.save_template(TEMPLATE)
    services.post_checks.save_load_rule(LoadRule(least=1))
    from linli.storage.readable_settings import setting_fields

    with services.context.db.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT key, value FROM setting WHERE key LIKE 'grids.%' ORDER BY key"
        ).all()
    said = [field for key, value in rows for field in setting_fields(key, value)]
    assert said == [
        ("联系网格数", "1 到 4 个（网格联络员）"),
        ("岗位模板", "网格长 1、网格员 2、网格联络员 2、信息员 若干"),
    ]


def test_whoever_left_yesterday_is_no_longer_counted(services, grids):
    post_id = put(services, grids[0], "leader", "马力")
    services.post_checks.save_template(TEMPLATE)
    assert len(services.post_checks.vacancies()) == 17
    services.posts.end([post_id], TODAY)
    assert len(services.post_checks.vacancies()) == 18
    assert len(services.post_checks.vacancies(TODAY - timedelta(days=1))) == 17


def test_every_building_needs_the_head_that_the_template_asks_for(services, grids):
    for number in ("1号楼", "2号楼"):
        services.dwellings.find_or_add(Address(building=number, room="101"), grids[0])
    services.dwellings.find_or_add(Address(estate="幸福巷", building="1号"), grids[0])
    slots = (Slot(sign="1", role="building_head", count=1), Slot(sign="X", role="worker"))
    services.post_checks.save_template(slots)
    draft = PostDraft(
        grid_id=grids[0], role="building_head", name="王强", building=Address(building="1号楼")
    )
    services.posts.add(draft)
    assert [(v.grid_id, v.place) for v in services.post_checks.vacancies()] == [(grids[0], "2号楼")]
