"""Petitions through the service: numbers, steps, who comes again, and who may see them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from support.cards import page_texts
from support.ledgers import PASSWORD
from support.people import make_draft
from support.roles import as_role
from support.trail import last_events

from linli.domain.accounts import Role
from linli.domain.clocks import Light
from linli.domain.erasures import ERASED, Ground
from linli.domain.jump import JumpKind
from linli.domain.merges import MergeChoices
from linli.domain.petition_flow import Move, State
from linli.domain.petitions import Form, MoveDraft, Petition, PetitionDraft, PetitionFilter
from linli.domain.receptions import VisitDraft
from linli.domain.suggestions import SuggestionDraft
from linli.domain.sweeps import FindingDraft, Named, SweepDraft
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError, UserError
from linli.services.container import Services
from linli.services.jump import JumpService

TODAY = date(2026, 11, 23)
DRAFT = PetitionDraft(
    form=Form.VISIT,
    received_on=date(2026, 9, 18),
    name="李秀英",
    phone="13812345678",
    matter="反映征地补偿",
    content="补偿少算了两亩",
)
CLERKS = [Role.CLERK, Role.READER, Role.ROSTER_KEEPER]


def add(services: Services, **facts: Any) -> Petition:
    petition_id, _ = services.petitions.add(replace(DRAFT, **facts))
    return services.petitions.get(petition_id)


def move(services: Services, item: Petition, kind: Move, day: date, **facts: Any) -> Petition:
    draft = MoveDraft(move=kind, day=day, person="王芳", **facts)
    services.petitions.move(item.id, draft, version=services.petitions.get(item.id).version)
    return services.petitions.get(item.id)


def accept(services: Services, item: Petition, day: date = date(2026, 9, 18)) -> Petition:
    return move(services, item, Move.ACCEPT, day, unit="社区居委会", told=True)


def test_numbers_of_a_year_have_no_gaps_and_are_never_given_again(services: Services) -> None:
    items = [add(services) for _ in range(3)]
    old = add(services, received_on=date(2025, 12, 31))
    assert [item.number for item in items] == [f"〔2026〕信{n}号" for n in (1, 2, 3)]
    assert old.number == "〔2025〕信1号"
    services.petitions.void(items[2].id, "重复登记", version=items[2].version)
    services.history.undo()  # the voiding, never the number
    services.petitions.void(items[2].id, "重复登记", version=3)
    assert add(services).number == "〔2026〕信4号"
    assert len(services.petitions.list_all()) == 4
    assert len(services.petitions.list_all(PetitionFilter(voided=True))) == 5
    with pytest.raises(UserError, match="已经结束或作废"):
        services.petitions.update(items[2].id, DRAFT, version=4)


def test_a_petition_goes_its_way_and_is_printed(services: Services) -> None:
    item = add(services)
    with pytest.raises(UserError, match="还没有决定是否受理"):
        services.petitions.told_slip(item.id)
    item = accept(services, item)
    with pytest.raises(UserError, match="还没有处理意见"):
        services.petitions.answer_slip(item.id)
    assert services.petitions.clocks().next_due(item).due == date(2026, 11, 17)  # type: ignore[union-attr]
    assert [each.id for each in services.petitions.due()] == [item.id]
    item = move(services, item, Move.DECIDE, date(2026, 11, 20), text="补足两亩")
    item = move(services, item, Move.ANSWER, date(2026, 11, 20))
    assert services.petitions.due() == []
    said = "".join(page_texts(services.petitions.told_slip(item.id))).replace("\n", "")
    assert "信访事项告知单" in said
    said = "".join(page_texts(services.petitions.answer_slip(item.id))).replace("\n", "")
    assert "补足两亩" in said
    assert "〔2026〕信1号" in said
    item = move(services, item, Move.CLOSE, TODAY, text="息诉")
    assert item.state is State.CLOSED
    assert [step.move for step in item.steps] == [
        *(Move.RECEIVE, Move.ACCEPT, Move.TELL),
        *(Move.DECIDE, Move.ANSWER, Move.CLOSE),
    ]
    assert services.petitions.units("居委") == ["社区居委会"]


def test_a_wrong_step_changes_nothing(services: Services) -> None:
    item = add(services)
    with pytest.raises(InvalidInput, match="不能办理「作出处理意见」"):
        move(services, item, Move.DECIDE, TODAY, text="补足")
    assert services.petitions.get(item.id) == item
    accept(services, item)
    draft = MoveDraft(move=Move.WITHDRAW, day=TODAY, person="王芳")
    with pytest.raises(ConflictError):
        services.petitions.move(item.id, draft, version=item.version)


def test_limits_move_behind_the_holidays_and_warn(services: Services) -> None:
    add(services)
    clock = services.petitions.clocks().next_due(services.petitions.list_all()[0])
    assert clock is not None
    assert (clock.due, clock.light) == (date(2026, 10, 8), Light.RED)
    summary = services.petitions.summary()
    assert (summary.waiting, summary.late, summary.near) == (1, 1, 0)


def test_whoever_comes_again_is_noticed(services: Services) -> None:
    person, _ = services.residents.add(make_draft("欧阳建国"))
    first = add(services, name="x", resident_id=person, phone=None)
    assert services.petitions.earlier("欧阳建国", person) == [first]
    assert services.petitions.earlier(" 欧阳 建国 ") == [first]
    second = add(services, name="x", resident_id=person, phone=None, repeats_id=first.id)
    assert (second.times, second.repeats, second.is_repeat) == (2, first.number, True)
    assert services.petitions.earlier("别人", phone="13812345678") == []
    add(services)
    assert len(services.petitions.earlier("别人", phone="13812345678")) == 1
    assert services.petitions.earlier("", None) == []
    assert services.petitions.earlier("x", person, except_id=first.id) == []
    assert services.petitions.summary().repeats == 1
    services.petitions.void(first.id, "重复登记", version=first.version)
    assert services.petitions.earlier("x", person) == [services.petitions.get(second.id)]


def test_a_change_keeps_number_and_order(services: Services) -> None:
    item = accept(services, add(services))
    later = replace(item.facts, received_on=date(2026, 9, 19))
    with pytest.raises(InvalidInput, match="比后面办理的日期还晚"):
        services.petitions.update(item.id, later, version=item.version)
    with pytest.raises(InvalidInput, match="要在同一年"):
        services.petitions.update(
            item.id, replace(DRAFT, received_on=date(2025, 9, 1)), version=item.version
        )
    with pytest.raises(InvalidInput, match="与自己"):
        services.petitions.update(item.id, replace(DRAFT, repeats_id=item.id), version=item.version)
    earlier = replace(item.facts, received_on=date(2026, 9, 17), matter="征地")
    services.petitions.update(item.id, earlier, version=item.version)
    now = services.petitions.get(item.id)
    assert (now.facts.matter, now.steps[0].day) == ("征地", date(2026, 9, 17))


def test_a_visit_is_taken_over_once(services: Services) -> None:
    came = VisitDraft(
        day=TODAY, name="李秀英", phone="13812345678", matter_code="09", content="征地补偿"
    )
    visit_id, _ = services.receptions.save_visit(came)
    petition_id, _ = services.petitions.take_over(visit_id)
    item = services.petitions.get(petition_id)
    assert (item.facts.visit_id, item.facts.matter, item.phone) == (
        *(visit_id, "征地补偿"),
        "13812345678",
    )
    assert services.petitions.of_visit(visit_id) == item
    with pytest.raises(UserError, match="已经转入信访登记，编号 〔2026〕信1号"):
        services.petitions.take_over(visit_id)
    other, _ = services.receptions.save_visit(replace(came, matter_code="01"))
    with pytest.raises(UserError, match="不是信访"):
        services.petitions.take_over(other)


def test_a_history_names_petitions_by_their_numbers(services: Services) -> None:
    first = add(services)
    second = add(services, repeats_id=first.id)
    said = {
        each.field: each.after for each in services.history.of_record("petition", str(second.id))
    }
    assert said["与哪件信访是同一事项"] == first.number
    assert said["信访人电话"] == "138****5678"


def test_lists_find_words_and_mask_phones(services: Services) -> None:
    item = accept(services, add(services))
    add(services, name="王强", matter="噪音", content=None, form=Form.LETTER)

    def found(**facts: Any) -> int:
        return len(services.petitions.list_all(PetitionFilter(**facts)))

    assert (found(text="信1号"), found(text="两亩"), found(text="居委会")) == (1, 1, 1)
    assert (found(form=Form.LETTER), found(is_open=True), found(until=date(2026, 9, 17))) == (
        *(1, 2),
        0,
    )
    made = services.petitions.register([item.id, 999], "信访登记簿")
    assert "138****5678" in str(made.groups)
    assert made.foot_note.startswith("合计：1 件")
    services.petitions.reveal(item.id, "回访")
    assert last_events(services, 1)[0].subject == "信访 李秀英"


def test_an_erased_person_leaves_the_number_and_nothing_else(services: Services) -> None:
    person, _ = services.residents.add(make_draft("欧阳建国"))
    item = accept(services, add(services, name="x", resident_id=person, address="3号楼"))
    number, _ = services.suggestions.add(
        SuggestionDraft(day=TODAY, name="x", resident_id=person, content="装灯")
    )
    sweep, _ = services.sweeps.add(
        SweepDraft(
            day=TODAY,
            goers=("王芳",),
            findings=(
                FindingDraft(
                    content="争吵", kind_code="02", people=(Named(name="x", resident_id=person),)
                ),
            ),
        )
    )
    services.erasures.erase(person, password=PASSWORD, ground=Ground.REQUEST)
    left = services.petitions.get(item.id)
    assert (left.number, left.facts.name, left.facts.content) == (item.number, ERASED, None)
    assert (left.phone, left.facts.address, left.state) == ("", None, item.state)
    assert services.suggestions.get(number).facts.name is None
    (finding,) = services.sweeps.get(sweep).findings
    assert finding.facts.people == (Named(name=ERASED),)


# ---- who may see them -------------------------------------------------------------------------


@pytest.mark.parametrize("role", CLERKS)
def test_without_the_right_there_is_no_petition_anywhere(services: Services, role: Role) -> None:
    person, _ = services.residents.add(make_draft("欧阳建国"))
    item = accept(services, add(services, name="x", resident_id=person, phone=None))
    clerk = as_role(services, role)
    for refused in (
        clerk.petitions.list_all,
        clerk.petitions.due,
        clerk.petitions.summary,
        lambda: clerk.petitions.get(item.id),
        lambda: clerk.petitions.told_slip(item.id),
        lambda: clerk.petitions.register([item.id], "信访"),
        lambda: clerk.petitions.add(DRAFT),
        lambda: clerk.history.of_record("petition", str(item.id)),
        lambda: clerk.history.of_record("petition_step", "1"),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    jump = JumpService(clerk)
    said = [
        *map(repr, jump.find("征地", jump.catalogue())),
        *map(repr, clerk.history.entries()),
        *(repr(clerk.steps.changes(step.id)) for step in clerk.history.entries()),
    ]
    text = "".join(said)
    assert "征地" not in text
    assert "信访 （受限）" in text
    assert clerk.clocks.list_all() == []
    with clerk.context.db.reading() as connection:
        for table in ("petition", "petition_step"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            assert count == 0
    assert len(services.petitions.list_all()) == 1


def test_a_copy_of_a_person_s_data_has_petitions_only_with_the_right(services: Services) -> None:
    person, _ = services.residents.add(make_draft("欧阳建国"))
    accept(services, add(services, name="x", resident_id=person, phone=None))
    whole = str(services.privacy_requests.extract(person))
    assert "征地" in whole
    assert "社区居委会" in whole
    part = as_role(services, Role.CLERK).privacy_requests.extract(person)
    assert "征地" not in str(part)
    assert "信访" in part.left_out


def test_the_trail_does_not_tell_an_auditor_whose_petition_was_seen(services: Services) -> None:
    item = add(services)
    services.petitions.reveal(item.id, "回访")
    auditor = as_role(services, Role.AUDITOR)
    (event,) = last_events(auditor, 1)
    assert event.subject == "信访 （受限）"
    assert "李秀英" not in str(last_events(auditor, 20))


def test_a_clerk_cannot_take_back_what_was_done_to_a_petition(services: Services) -> None:
    item = accept(services, add(services))
    clerk = as_role(services, Role.CLERK)
    with pytest.raises(NotAllowedError):
        clerk.history.undo()
    step = clerk.history.entries()[0]
    assert clerk.steps.plan(step.id).refusal
    services.history.undo()
    assert services.petitions.get(item.id).state is State.RECEIVED


def test_a_clerk_merges_and_takes_back_without_learning_of_a_petition(services: Services) -> None:
    kept, _ = services.residents.add(make_draft("欧阳建国"))
    gone, _ = services.residents.add(make_draft("欧阳建国", documents=()))
    item = add(services, name="x", resident_id=gone, phone=None)
    came = VisitDraft(day=TODAY, name="x", resident_id=gone, matter_code="09", content="征地")
    services.receptions.save_visit(came)
    clerk = as_role(services, Role.CLERK)
    said = [repr(clerk.doubles.compare(kept, gone))]
    merge_id, _ = clerk.doubles.merge(kept, gone, MergeChoices(fields={}, left_out=frozenset()))
    assert services.petitions.get(item.id).facts.resident_id == kept
    told = clerk.doubles.report(merge_id)
    said.append(repr(told))
    assert "信访" not in "".join(said)
    assert "来访" not in "".join(said)
    clerk.doubles.unmerge(merge_id, [part.id for part in told.parts])
    assert services.petitions.get(item.id).facts.resident_id == gone
    clerk.history.undo()
    assert services.petitions.get(item.id).facts.resident_id == kept


def test_a_clerk_sees_no_visit_that_was_taken_over(services: Services) -> None:
    came = VisitDraft(day=TODAY, name="李秀英", matter_code="09", content="征地补偿")
    visit_id, _ = services.receptions.save_visit(came)
    services.petitions.take_over(visit_id)
    with pytest.raises(NotFoundError):
        as_role(services, Role.CLERK).receptions.visit(visit_id)


def test_whoever_may_jumps_to_a_petition(services: Services) -> None:
    item = add(services)
    jump = JumpService(as_role(services, Role.MEDIATOR))
    for typed in ("信1号", "李秀英", "征地"):
        (entry,) = jump.find(typed, jump.catalogue())
        assert (entry.kind, entry.key, entry.title) == (JumpKind.PETITION, item.id, item.number)
