"""Print runs: beginning, portions, the other side, and the sheet to sign."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import TEN, page_texts
from support.people import make_draft
from support.runs import NAMES, new_phone, numbers, waiting

from linli.domain.changes import Kind
from linli.domain.paper import BUSINESS, ID_1, Duplex, PaperSetup, Pass
from linli.domain.runs import RunCardState
from linli.domain.templates.shipped import load_sheets
from linli.errors import ConflictError, NotFoundError, UserError
from linli.progress import Cancelled, Progress

# ---- beginning ----


def test_a_run_keeps_its_list_its_paper_and_who_began_it(runs, batch, clock):
    setup = PaperSetup(sheet=TEN.sheet, start_slot=4, duplex=Duplex.SHORT)
    run_id, changes = runs.start(batch, setup, BUSINESS)
    assert changes.touches(Kind.CARDS)
    record = runs.get(run_id)
    run = record.run
    assert (run.title, run.kind, run.size) == ("第一网格 居民联系卡 12 张", "resident", "90x54")
    assert (run.setup, run.started_at, run.account) == (setup, clock(), "王芳")
    assert (run.total, run.printed, run.left_out, run.waiting) == (12, 0, 0, 12)
    assert [card.number for card in record.cards] == numbers(batch)
    first = record.cards[0]
    assert (first.holder, first.building, first.place) == (
        "孙丽",
        "幸福小区3号楼",
        "3号楼1单元101室",
    )


def test_the_numbers_of_a_run_are_fixed_before_anything_is_printed(services, runs, batch, run_id):
    other, _ = services.residents.add(make_draft("韩梅", documents=()))
    assert numbers(services.cards.prepare([other], "resident")) == ["0000133"]
    assert numbers(runs.portion(run_id).batch) == numbers(batch)
    assert services.cards.issued_to(batch.cards[0].holder_id) == []


def test_a_run_that_is_taken_back_gives_its_numbers_to_nobody(services, runs, neighbours, run_id):
    services.history.undo()
    assert runs.list_all() == []
    with pytest.raises(NotFoundError, match=f"第 {run_id} 批"):
        runs.get(run_id)
    assert numbers(services.cards.prepare(neighbours[:1], "resident")) == ["0000133"]


def test_the_first_cards_are_printed_and_the_run_begun_in_one_step(services, runs, batch):
    told = []
    heard = Progress(lambda done, total, _: told.append((done, total)))
    issued = services.cards.issue(batch, TEN, BUSINESS, heard, first=5)
    assert issued.printed.cards == 5
    assert told[-1] == (5, 5)
    record = runs.get(issued.run_id)
    assert record.run.title == "第一网格 居民联系卡 12 张"
    assert (record.run.printed, record.run.waiting, record.run.closed_at) == (5, 7, None)
    assert [card.number for card in record.cards] == numbers(batch)
    assert numbers(runs.portion(issued.run_id).batch) == numbers(batch)[5:]
    services.history.undo()
    assert runs.list_all() == []
    assert services.cards.issued_to(batch.cards[0].holder_id) == []


def test_a_run_has_the_title_it_was_given(runs, batch):
    run_id, _ = runs.start(batch, TEN, BUSINESS, title=" 腊八节发卡 ")
    assert runs.get(run_id).run.title == "腊八节发卡"


def test_facts_that_changed_since_stop_the_beginning_of_a_run(services, runs, batch):
    new_phone(services)
    with pytest.raises(ConflictError):
        runs.start(batch, TEN, BUSINESS)
    assert runs.list_all() == []


def test_nobody_makes_no_run(runs, batch):
    with pytest.raises(UserError, match="没有可以发卡的"):
        runs.start(replace(batch, cards=()), TEN, BUSINESS)


def test_cards_without_numbers_make_no_run(services, runs, batch):
    kind = next(kind for kind in services.cards.kinds() if not kind.numbered)
    with pytest.raises(UserError, match="没有卡号"):
        runs.start(replace(batch, kind=kind), TEN, BUSINESS)


def test_runs_are_listed_the_latest_first(runs, services, batch, run_id):
    again = services.cards.prepare([card.holder_id for card in batch.cards[:3]], "resident")
    second, _ = runs.start(again, TEN, BUSINESS)
    assert [run.id for run in runs.list_all()] == [second, run_id]
    assert [run.id for run in runs.list_all(limit=1)] == [second]
    assert [run.total for run in runs.list_all()] == [3, 12]


def test_several_cards_issued_at_once_are_a_run_that_is_printed(services, runs, batch, clock):
    entries = len(services.history.entries())
    done = services.cards.issue(batch, TEN, ID_1 if ID_1 in batch.kind.sizes else BUSINESS)
    assert len(services.history.entries()) == entries + 1
    run = runs.get(done.run_id).run
    assert (run.printed, run.waiting, run.closed_at) == (12, 0, clock())
    issued = services.cards.issued_to(batch.cards[3].holder_id)
    assert [card.id for card in issued] == [runs.get(done.run_id).cards[3].issue_id]
    services.history.undo()
    assert runs.list_all() == []
    assert services.cards.issued_to(batch.cards[3].holder_id) == []
    services.history.redo()
    assert runs.get(done.run_id).run.printed == 12


def test_a_single_card_stays_without_a_run(services, runs, neighbours):
    done = services.cards.issue(services.cards.prepare(neighbours[:1], "resident"), TEN)
    assert done.run_id is None
    assert runs.list_all() == []


# ---- printing ----


def test_a_run_is_printed_in_portions_and_closes_itself(services, runs, run_id, clock):
    portion = runs.portion(run_id, most=5)
    assert portion.positions == (1, 2, 3, 4, 5)
    assert runs.preview(portion) == runs.print_portion(portion)[0]
    assert waiting(runs, run_id) == [6, 7, 8, 9, 10, 11, 12]
    assert runs.get(run_id).run.closed_at is None
    clock.advance(days=3)
    printed, changes = runs.print_portion(runs.portion(run_id))
    assert changes.touches(Kind.CARDS)
    assert (printed.cards, printed.sheets) == (7, 1)
    assert runs.get(run_id).run.closed_at == clock()
    with pytest.raises(UserError, match="已经印完"):
        runs.portion(run_id)


def test_each_portion_is_one_step_to_undo(services, runs, run_id, neighbours):
    runs.print_portion(runs.portion(run_id, most=5))
    runs.print_portion(runs.portion(run_id))
    services.history.undo()
    assert waiting(runs, run_id) == [6, 7, 8, 9, 10, 11, 12]
    assert runs.get(run_id).run.closed_at is None
    services.history.undo()
    assert runs.get(run_id).run.waiting == 12
    assert services.cards.issued_to(neighbours[0]) == []
    services.history.redo()
    assert runs.get(run_id).run.printed == 5


def test_a_preview_of_a_portion_leaves_no_trace(runs, run_id, neighbours, services):
    runs.preview(runs.portion(run_id))
    assert runs.get(run_id).run.waiting == 12
    assert services.cards.issued_to(neighbours[0]) == []


def test_what_is_printed_later_says_what_is_true_then(services, runs, run_id, clock):
    runs.print_portion(runs.portion(run_id, most=5))
    clock.advance(days=1)
    new_phone(services)
    printed, _ = runs.print_portion(runs.portion(run_id))
    texts = "".join(page_texts(printed.content))
    assert "13909949999" in texts.replace(" ", "")
    assert [card.holder for card in services.cards.outdated()] == list(NAMES[:5])


def test_a_household_that_left_is_left_out_with_the_reason(services, runs, run_id, neighbours):
    services.residents.move_out([neighbours[1], neighbours[6]], date(2026, 11, 20))
    portion = runs.portion(run_id, most=5)
    assert portion.positions == (1, 3, 4, 5)
    assert [card.position for card in portion.gone] == [2]
    assert [person.name for person in portion.batch.skipped] == ["王二"]
    runs.print_portion(portion)
    gone = runs.get(run_id).cards[1]
    assert (gone.state, gone.reason) == (RunCardState.LEFT_OUT, "没有人住了，或不再发这种卡")
    assert runs.get(run_id).run.waiting == 7


def test_a_portion_of_nobody_is_told(services, runs, run_id, neighbours):
    services.residents.move_out(neighbours[:2], date(2026, 11, 20))
    with pytest.raises(UserError, match="要印的 2 张卡（如 0000018）都没有人住了"):
        runs.portion(run_id, most=2)
    runs.leave_out(run_id, ["0000018", "0000026"], "搬走了")
    assert runs.portion(run_id, most=2).positions == (3, 4)


def test_the_head_of_today_is_named_in_the_run_too(services, runs, run_id, neighbours):
    person = services.residents.get(neighbours[0])
    services.residents.update(
        neighbours[0], replace(person.facts, name="孙莉莉"), version=person.version
    )
    runs.print_portion(runs.portion(run_id, most=1))
    assert [card.holder for card in runs.get(run_id).cards[:2]] == ["孙莉莉", "王二"]


def test_facts_that_changed_after_the_preview_stop_a_portion(services, runs, run_id):
    portion = runs.portion(run_id, most=5)
    new_phone(services)
    with pytest.raises(ConflictError, match="重新预览"):
        runs.print_portion(portion)
    assert runs.get(run_id).run.waiting == 12


@pytest.mark.parametrize("meanwhile", ["print", "leave out", "undo"])
def test_a_run_that_changed_meanwhile_stops_a_portion(services, runs, run_id, meanwhile):
    portion = runs.portion(run_id, most=5)
    if meanwhile == "print":
        runs.print_portion(runs.portion(run_id, most=1))
    elif meanwhile == "leave out":
        runs.leave_out(run_id, [portion.cards[2].number], "搬走了")
    else:
        services.history.undo()
    before = runs.list_all()
    with pytest.raises(ConflictError, match="这一批刚才有变化"):
        runs.print_portion(portion)
    assert runs.list_all() == before


def test_backs_alone_are_no_printing(runs, run_id):
    portion = runs.portion(run_id, setup=TEN.with_pass(Pass.BACKS))
    with pytest.raises(UserError, match="先印正面"):
        runs.print_portion(portion)


# ---- where it goes on ----


def test_printing_goes_on_at_the_first_free_slot_of_the_last_sheet(runs, run_id, clock):
    assert runs.next_slot(run_id) == 1
    setup = replace(TEN, start_slot=7)
    runs.print_portion(runs.portion(run_id, most=5, setup=setup))
    assert runs.next_slot(run_id) == 2, "7, 8, 9, 10, and 1 of the second sheet"
    clock.advance(minutes=1)
    runs.print_portion(runs.portion(run_id, most=3, setup=replace(TEN, start_slot=2)))
    assert runs.next_slot(run_id) == 5
    other = next(sheet for sheet in load_sheets() if sheet.id != TEN.sheet.id)
    assert runs.next_slot(run_id, PaperSetup(sheet=other)) == 1


def test_a_full_sheet_has_no_slot_left(runs, run_id):
    runs.print_portion(runs.portion(run_id, most=10))
    assert runs.next_slot(run_id) == 1


def test_a_run_goes_on_on_a_fresh_sheet_unless_a_slot_is_chosen(runs, batch, clock):
    run_id, _ = runs.start(batch, replace(TEN, start_slot=4), BUSINESS)
    assert runs.portion(run_id).setup.start_slot == 4
    runs.print_portion(runs.portion(run_id, most=2))
    assert runs.portion(run_id).setup.start_slot == 1


def test_a_sheet_that_jammed_is_not_used_again(runs, printed_id):
    assert runs.next_slot(printed_id) == 8
    runs.stopped_after(printed_id, runs.get(printed_id).cards[6].number)
    assert runs.next_slot(printed_id) == 1


# ---- the other side ----


def test_fronts_are_recorded_once_and_backs_follow_behind_them(services, runs, run_id, neighbours):
    by_hand = replace(TEN, duplex=Duplex.MANUAL, sides=Pass.FRONTS, start_slot=3)
    portion = runs.portion(run_id, setup=by_hand)
    fronts, _ = runs.print_portion(portion)
    backs = runs.side_of(portion, Pass.BACKS)
    assert (fronts.pages, backs.pages, backs.cards) == (2, 2, 12)
    assert [card.issue for card in services.cards.issued_to(neighbours[0])] == [1]
    later = runs.last_portion(run_id, setup=by_hand.with_pass(Pass.BACKS))
    assert later.setup.start_slot == 3
    assert runs.preview(later) == backs


def test_the_backs_of_a_portion_that_jammed_are_those_of_the_good_fronts(runs, printed_id):
    runs.stopped_after(printed_id, runs.get(printed_id).cards[8].number)
    assert runs.last_portion(printed_id).positions == (6, 7, 8, 9)


def test_backs_that_would_come_behind_other_fronts_are_refused(services, runs, run_id, neighbours):
    runs.print_portion(runs.portion(run_id))
    cards = runs.get(run_id).cards
    services.residents.move_out([neighbours[4]], date(2026, 11, 20))
    with pytest.raises(ConflictError, match=f"{cards[4].number}.*错位"):
        runs.last_portion(run_id)
    services.history.undo()
    runs.spoiled(run_id, [cards[4].number])
    with pytest.raises(ConflictError, match="退回待印了，再印会错位"):
        runs.last_portion(run_id)
    services.history.undo()
    other = next(sheet for sheet in load_sheets() if sheet.id != TEN.sheet.id)
    with pytest.raises(UserError, match="同一种纸"):
        runs.last_portion(run_id, setup=PaperSetup(sheet=other))
    assert runs.last_portion(run_id).changed == ()


def test_backs_of_today_name_the_cards_that_changed_since_the_fronts(services, runs, run_id):
    runs.print_portion(runs.portion(run_id, most=3))
    new_phone(services)
    assert [card.position for card in runs.last_portion(run_id).changed] == [1, 2, 3]


def test_without_fronts_there_are_no_backs(runs, run_id):
    with pytest.raises(UserError, match="先印正面"):
        runs.last_portion(run_id)


# ---- the sheet to sign ----


def test_the_sheet_to_sign_has_every_printed_card_under_its_building(services, runs, run_id):
    runs.print_portion(runs.portion(run_id, most=5))
    texts = "".join(page_texts(runs.handover(run_id)))
    cards = runs.get(run_id).cards
    assert "居民联系卡签收表" in texts
    assert "幸福小区3号楼" in texts
    for card in cards[:5]:
        assert card.number in texts
        assert card.holder in texts
    assert cards[5].number not in texts


def test_people_without_a_home_sign_under_a_heading_of_their_own(services, runs, neighbours):
    lost = [services.residents.add(make_draft(n, documents=()))[0] for n in ("韩梅", "杨柳")]
    batch = services.cards.prepare([*neighbours[:1], *lost], "resident")
    done = services.cards.issue(batch, TEN)
    texts = "".join(page_texts(runs.handover(done.run_id)))
    assert texts.index("幸福小区3号楼") < texts.index("没有登记楼栋") < texts.index("韩梅")


def test_work_that_the_clerk_stops_records_nothing(services, runs, batch, run_id):
    runs.print_portion(runs.portion(run_id, most=2))
    before = runs.get(run_id), services.cards.find_number(numbers(batch)[0])
    stop = Progress(is_cancelled=lambda: True)
    portion = runs.portion(run_id, most=5)
    for call in (
        lambda: runs.handover(run_id, progress=stop),
        lambda: runs.preview(portion, stop),
        lambda: runs.side_of(portion, Pass.FRONTS, stop),
        lambda: runs.print_portion(portion, stop),
        lambda: services.cards.preview(batch, TEN, progress=stop),
        lambda: services.cards.issue(portion.batch, TEN, progress=stop),
    ):
        with pytest.raises(Cancelled):
            call()
    assert (runs.get(run_id), services.cards.find_number(numbers(batch)[0])) == before
    assert len(runs.list_all()) == 1


def test_there_is_nothing_to_sign_before_anything_is_printed(runs, run_id):
    with pytest.raises(UserError, match="没有要签收的"):
        runs.handover(run_id)
