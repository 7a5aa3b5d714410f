"""The order in which people are found is stated: it is the same at every time."""

from datetime import date

from support.people import make_phone

from linli.domain.residents import ResidentDraft, ResidentFilter, ResidentSort, ResidentStatus
from linli.domain.values.addresses import Address
from linli.storage import dwellings, residents
from linli.storage.resident_lists import list_ids
from linli.storage.schema import ResidentRecord
from linli.storage.search import find_ids


def _added(db, actor, clock, *drafts: ResidentDraft) -> list[int]:
    with db.writing("登记", actor, clock()) as work:
        return [residents.add_resident(work.session, draft, clock()).id for draft in drafts]


def _order(db, *texts: str) -> list[list[int]]:
    with db.reading() as connection:
        return [find_ids(connection, text) for text in texts]


def test_who_moved_away_comes_last_and_who_is_recycled_not_at_all(db, actor, clock):
    with db.writing("登记", actor, clock()) as work:
        ids = [
            residents.add_resident(work.session, ResidentDraft(name=name), clock()).id
            for name in ("钱一", "钱一", "钱一")
        ]
        records = [work.session.get_one(ResidentRecord, i) for i in ids]
        records[0].status = ResidentStatus.MOVED_OUT.value
        records[1].recycled_at = "2026-11-23T01:00:00.000+00:00"
    with db.reading() as connection:
        assert find_ids(connection, "钱一") == [ids[2], ids[0]]
        assert find_ids(connection, "qianyi") == [ids[2], ids[0]]


def test_a_number_is_found_whole_or_by_its_end_before_its_start_and_its_middle(db, actor, clock):
    middle, start, end, room = _added(
        db,
        actor,
        clock,
        *(
            ResidentDraft(name="某人", phones=(make_phone(number),))
            for number in ("13850119999", "50118888777", "13999995011")
        ),
        ResidentDraft(name="某人"),
    )
    with db.writing("住", actor, clock()) as work:
        place = dwellings.find_or_add(work.session, Address(building="1号楼", room="5011"))
        work.session.get_one(ResidentRecord, room).dwelling_id = place
    assert _order(db, "5011", "501") == [[end, start, room, middle], [start, middle, end, room]]


def test_of_several_words_the_first_ranks(db, actor, clock):
    longer, inside, exact = _added(
        db,
        actor,
        clock,
        *(
            ResidentDraft(name=name, care_tags=("低保户",), skills=("电工",))
            for name in ("张伟明", "王张伟", "张伟")
        ),
    )
    ranked = [exact, longer, inside]
    assert _order(db, "张伟 低保", "张伟 电工 低保户") == [ranked, ranked]
    assert _order(db, "低保 张伟") == [sorted(ranked)]


def test_whoever_moved_away_comes_after_all_who_live_here_however_well_they_fit(db, actor, clock):
    exact, here, died = _added(
        db, actor, clock, *(ResidentDraft(name=name) for name in ("钱一", "小钱一", "钱一一"))
    )
    with db.writing("走了", actor, clock()) as work:
        work.session.get_one(ResidentRecord, exact).status = ResidentStatus.MOVED_OUT.value
        work.session.get_one(ResidentRecord, died).status = ResidentStatus.DECEASED.value
    assert _order(db, "钱一") == [[here, exact, died]]
    with db.reading() as connection:
        assert find_ids(connection, "钱一", 1) == [here]
        assert find_ids(connection, "钱一", 2) == [here, exact]


def test_the_recycle_bin_can_be_searched(db, actor, clock):
    thrown, kept = _added(
        db,
        actor,
        clock,
        ResidentDraft(name="张三丰", phones=(make_phone("13812345678"),)),
        ResidentDraft(name="张三丰", phones=(make_phone("13812345679"),)),
    )
    with db.writing("删除", actor, clock()) as work:
        work.session.get_one(ResidentRecord, thrown).recycled_at = "2026-11-23T01:00:00.000+00:00"
    today = date(2026, 11, 23)
    with db.reading() as connection:
        for text in ("张三丰", "zsf", "1381234", "张 138"):
            assert find_ids(connection, text) == [kept]
            wanted = ResidentFilter(text=text, recycled=True)
            assert list(list_ids(connection, wanted, ResidentSort.NAME, today=today)) == [thrown]
