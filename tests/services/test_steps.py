"""Any step of the last 30 days is taken back, alone, with later ones, or in part."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.ledgers import ACTOR
from support.merging import add, attach_all, differences, house, make_people
from support.people import make_draft, make_id, make_phone
from support.sheets import save_xlsx

from linli.domain.accounts import Actor, Role
from linli.domain.grids import GridDraft
from linli.domain.merges import MergeChoices
from linli.domain.residents import ResidentFilter
from linli.domain.settings import HallFacts
from linli.domain.undoing import How
from linli.domain.visits import VisitDraft
from linli.errors import ConflictError, UserError
from linli.services.container import Services, open_services
from linli.services.ledger import verify
from linli.storage.journal import columns_of
from linli.storage.merge_rows import tables

HEAD = ("序号", "户号", "楼栋", "单元", "房号", "姓名", "与户主关系", "身份证号", "联系电话")
NAMES = "一二三四五六七八九甲乙丙"


def everything(services: Services) -> dict[str, set[tuple]]:
    """Every journaled row of the ledger, save versions."""
    with services.context.db.reading() as connection:
        return {
            name: {
                tuple(row)
                for row in connection.exec_driver_sql(
                    f"SELECT {', '.join(columns_of(table))} FROM {name}"
                )
            }
            for name, table in tables().items()
        }


def change(services: Services, person: int, **facts: object) -> None:
    now = services.residents.get(person)
    services.residents.update(person, replace(now.facts, **facts), version=now.version)


def step(services: Services, begins: str) -> int:
    return next(e.id for e in services.history.entries() if e.action.startswith(begins))


@pytest.fixture
def person(services: Services) -> int:
    services.context.clock.advance(minutes=1)
    return add(services, make_draft("张建国", phones=(make_phone(),)))


# ---- alone ----------------------------------------------------------------------------------


def test_a_step_is_taken_back_though_other_steps_came_after_it(
    services: Services, person: int
) -> None:
    change(services, person, note="一楼")
    change(services, person, occupation="教师")
    other = add(services, make_draft("李四", sequence=124))
    plan = services.steps.plan(step(services, "修改居民 张建国") - 1)
    assert list(plan.ways) == [How.ALONE]
    (line,) = plan.ways[How.ALONE].changes
    assert (line.record, line.field, line.before, line.after) == (
        "居民 张建国",
        "备注",
        "一楼",
        None,
    )
    services.steps.take_back(plan, How.ALONE)
    facts = services.residents.get(person).facts
    assert (facts.note, facts.occupation) == (None, "教师")
    assert services.residents.get(other).facts.name == "李四"
    undone = [entry for entry in services.history.entries() if entry.undone]
    assert [entry.action for entry in undone] == ["修改居民 张建国"]
    again = services.steps.plan(undone[0].id)
    services.steps.take_back(again, How.ALONE)
    assert services.residents.get(person).facts.note == "一楼"


def test_a_plan_changes_nothing(services: Services, person: int) -> None:
    change(services, person, note="一楼")
    change(services, person, note="二楼")
    before = everything(services), services.history.entries()
    services.steps.plan(step(services, "登记居民"))
    assert (everything(services), services.history.entries()) == before
    assert verify(services.context).problems == ()


# ---- what stands in the way -----------------------------------------------------------------


def test_later_steps_that_stand_in_the_way_are_named_and_taken_back_first(
    services: Services, person: int
) -> None:
    change(services, person, note="一楼")
    first = step(services, "修改居民")
    change(services, person, note="二楼")
    change(services, person, occupation="教师")
    change(services, person, note="三楼")
    plan = services.steps.plan(first)
    assert set(plan.ways) == {How.WITH_LATER}
    assert [each.step.id for each in plan.blockers] == [first + 3, first + 1]
    assert plan.blockers[0].records == ("居民 张建国",)
    assert plan.kept == ("居民 张建国：后来改过",)
    services.steps.take_back(plan, How.WITH_LATER)
    facts = services.residents.get(person).facts
    assert (facts.note, facts.occupation) == (None, "教师")


def test_a_person_whom_a_later_visit_needs_goes_with_the_visit_or_stays_whole(
    services: Services, person: int
) -> None:
    visit = VisitDraft(day=date(2026, 11, 23), kind_code="01", resident_id=person, visitor="王芳")
    services.visits.add(visit)
    plan = services.steps.plan(step(services, "登记居民"))
    assert set(plan.ways) == {How.WITH_LATER}
    (blocker,) = plan.blockers
    assert "张建国" in blocker.records[0]
    services.steps.take_back(plan, How.WITH_LATER)
    assert _people(services) == []


def test_of_a_change_that_was_changed_again_the_other_fields_go_back(
    services: Services, person: int
) -> None:
    change(services, person, note="一楼", occupation="教师", phones=(make_phone("13911112222"),))
    first = step(services, "修改居民")
    change(services, person, note="二楼")
    plan = services.steps.plan(first)
    assert set(plan.ways) == {How.WITH_LATER, How.PART}
    assert {line.field for line in plan.ways[How.PART].changes} == {"职业", "电话"}
    services.steps.take_back(plan, How.PART)
    facts = services.residents.get(person).facts
    assert (facts.note, facts.occupation) == ("二楼", None)
    assert [phone.number for phone in facts.phones] == ["13800000000"]
    services.history.undo()
    assert services.residents.get(person).facts.occupation == "教师"


@pytest.fixture
def imported(services: Services, tmp_path) -> int:
    """The step of an import of twelve people in six homes."""
    rows = [
        (n, f"{n // 2:02}", "2号楼", "1单元", f"{300 + n // 2}", f"张{NAMES[n]}",
         "户主" if n % 2 == 0 else "配偶", make_id(sequence=100 + n), f"138000000{n:02}")
        for n in range(12)
    ]  # fmt: skip
    source = services.imports.open(save_xlsx(tmp_path / "居民.xlsx", {"一": [HEAD, *rows]}))
    _, changes = services.imports.run(source, services.imports.plan(source), {})
    assert changes.entry_id is not None
    return changes.entry_id


def test_of_an_import_those_who_were_touched_since_stay_whole(
    services: Services, imported: int
) -> None:
    people = list(services.residents.list_ids(ResidentFilter()))
    change(services, people[0], note="来过")
    services.visits.add(VisitDraft(day=date(2026, 11, 23), kind_code="01", resident_id=people[3]))
    kept = {
        people[0]: services.residents.get(people[0]),
        people[3]: services.residents.get(people[3]),
    }
    plan = services.steps.plan(imported)
    assert set(plan.ways) == {How.WITH_LATER, How.PART}
    assert len(plan.blockers) == 2
    services.steps.take_back(plan, How.PART)
    assert {
        n: services.residents.get(n) for n in services.residents.list_ids(ResidentFilter())
    } == kept
    assert verify(services.context).problems == ()
    services.history.undo()
    assert list(services.residents.list_ids(ResidentFilter())) == people


def test_an_import_goes_back_whole_with_all_that_came_of_it(
    services: Services, imported: int
) -> None:
    people = list(services.residents.list_ids(ResidentFilter()))
    change(services, people[0], note="来过")
    services.residents.recycle(people[4:6])
    plan = services.steps.plan(imported)
    services.steps.take_back(plan, How.WITH_LATER)
    assert services.residents.counts().residents == 0
    assert services.history.state().undo is None


# ---- who may, and how long -------------------------------------------------------------------


def test_a_step_older_than_30_days_stays_and_says_so(services: Services, person: int) -> None:
    services.context.clock.advance(days=30)
    assert services.steps.plan(step(services, "登记居民")).ways
    services.context.clock.advance(minutes=1)
    plan = services.steps.plan(step(services, "登记居民"))
    assert plan.ways == {}
    assert "已超过 30 天，不能再撤回，但一直可以在这里查看" in plan.refusal
    with pytest.raises(UserError, match="已超过 30 天"):
        services.steps.take_back(plan, How.ALONE)


def _as(services: Services, role: Role, name: str = "李明") -> Services:
    actor = Actor(account_id=9, name=name, role=role)
    return open_services(replace(services.context, actor=actor))


def test_steps_of_others_need_the_right_to_remove(services: Services, person: int) -> None:
    number = step(services, "登记居民")
    assert _as(services, Role.CLERK).steps.plan(number).ways
    refused = _as(services, Role.MEDIATOR).steps.plan(number)
    assert refused.refusal == "这一步是「王芳」做的，请本人或有权限的同事撤回。"
    assert _as(services, Role.MEDIATOR, name=ACTOR.name).steps.plan(number).ways
    assert "不能修改台账" in _as(services, Role.READER).steps.plan(number).refusal


def test_a_setting_is_not_taken_back_by_who_may_not_set_it(services: Services) -> None:
    services.settings.save_hall(HallFacts(community="东河社区"))
    number = step(services, "修改大厅信息")
    assert "请管理员撤回" in _as(services, Role.CLERK).steps.plan(number).refusal
    with pytest.raises(UserError, match="撤销别人的操作"):
        _as(services, Role.CLERK).history.undo()
    assert services.steps.plan(number).ways


def test_a_plan_that_is_out_of_date_is_refused(services: Services, person: int) -> None:
    change(services, person, note="一楼")
    plan = services.steps.plan(step(services, "修改居民"))
    change(services, person, note="二楼")
    with pytest.raises(ConflictError):
        services.steps.take_back(plan, How.ALONE)
    assert services.residents.get(person).facts.note == "二楼"


# ---- anything at all --------------------------------------------------------------------------


def _people(services: Services) -> list[int]:
    return list(services.residents.list_ids(ResidentFilter()))


def _edit(services: Services, chance: Random) -> None:
    facts = {
        "note": f"备注{chance.randrange(99)}",
        "occupation": f"职业{chance.randrange(99)}",
        "phones": (make_phone(f"139{chance.randrange(10**8):08}"),),
        "skills": (f"手艺{chance.randrange(9)}",),
    }
    some = chance.sample(sorted(facts), chance.randint(1, 3))
    change(services, chance.choice(_people(services)), **{name: facts[name] for name in some})


def _add(services: Services, chance: Random) -> None:
    number = chance.randrange(1000, 9999)
    home = house(str(number), str(number)) if chance.random() < 0.5 else None
    add(services, make_draft(f"新人{number}", documents=()), home)


def _merge(services: Services, chance: Random) -> None:
    kept, gone = chance.sample(_people(services), 2)
    comparison = services.doubles.compare(kept, gone)
    choices = MergeChoices(
        fields={field.key: chance.choice(field.options) for field in comparison.fields},
        left_out=frozenset(item.key for item in comparison.items if not item.suggested),
    )
    services.doubles.merge(kept, gone, choices)


def _unmerge(services: Services, chance: Random) -> None:
    merges = [merge for merge in services.doubles.list_merges() if merge.state.value != "undone"]
    if merges:
        services.doubles.unmerge(chance.choice(merges).id)


def _visit(services: Services, chance: Random) -> None:
    person = chance.choice(_people(services))
    services.visits.add(VisitDraft(day=date(2026, 11, 1), kind_code="01", resident_id=person))


def _recycle(services: Services, chance: Random) -> None:
    if len(_people(services)) > 3:
        services.residents.recycle([chance.choice(_people(services))])


def _move(services: Services, chance: Random) -> None:
    person = services.residents.get(chance.choice(_people(services)))
    other = services.residents.get(chance.choice(_people(services)))
    change(services, person.id, household_id=other.facts.household_id, relation_code="99")


def _grid(services: Services, chance: Random) -> None:
    number = str(chance.randrange(100, 999))
    services.grids.add(GridDraft(number=number, name=f"第{number}网格"))


def _import(services: Services, chance: Random, folder) -> None:
    begin = chance.randrange(100, 900)
    rows = [
        (n, f"d{begin}", "9号楼", "1单元", f"{begin}", f"导入{begin + n}",
         "户主" if n == 0 else "其他", make_id(sequence=begin + n), "")
        for n in range(3)
    ]  # fmt: skip
    path = save_xlsx(folder / f"{chance.random()}.xlsx", {"一": [HEAD, *rows]})
    source = services.imports.open(path)
    services.imports.run(source, services.imports.plan(source), {})


def _take_one_back(services: Services, chance: Random, since: int) -> None:
    steps = [e for e in services.history.entries() if e.id > since]
    if not steps:
        return
    plan = services.steps.plan(chance.choice(steps).id)
    if plan.ways:
        before = everything(services)
        services.steps.take_back(plan, chance.choice(sorted(plan.ways)))
        assert everything(services) != before


def _play(services: Services, chance: Random, folder, since: int) -> None:
    acts = (_edit, _edit, _add, _merge, _unmerge, _visit, _recycle, _move, _grid)
    act = chance.choice((*acts, None, _take_one_back))
    try:
        if act is None:
            _import(services, chance, folder)
        elif act is _take_one_back:
            _take_one_back(services, chance, since)
        else:
            act(services, chance)
    except UserError as error:
        assert str(error)  # noqa: PT017 - two people that do not go together, a household's rule


def _take_all_back(services: Services, chance: Random, since: int) -> None:
    """Take back every step after `since`, in any order, with those that stand in the way."""
    while steps := [
        e for e in services.history.entries(500) if not e.undone and e.undoable and e.id > since
    ]:
        plan = services.steps.plan(chance.choice(steps).id)
        how = How.ALONE if How.ALONE in plan.ways else How.WITH_LATER
        assert how in plan.ways, (plan.step.action, plan.kept, plan.refusal, plan.blockers)
        services.steps.take_back(plan, how)


@pytest.fixture
def quarter(services: Services) -> Services:
    """Eight people with everything that can be attached to a person."""
    attach_all(services, make_people(services))
    return services


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**6), length=st.integers(1, 12))
@example(seed=183655, length=8)  # what stands behind a step that stands in the way
def test_steps_in_any_number_and_order_leave_every_row_as_it_was(
    quarter: Services, tmp_path_factory: pytest.TempPathFactory, seed: int, length: int
) -> None:
    folder = tmp_path_factory.mktemp("quarter")
    quarter.context.db.copy_to(folder / "ledger.db")
    database = quarter.context.db.beside(folder / "ledger.db")
    services = open_services(replace(quarter.context, db=database))
    try:
        chance = Random(seed)
        before = everything(services)
        since = services.history.entries(1)[0].id
        for _ in range(length):
            _play(services, chance, folder, since)
        _take_all_back(services, chance, since)
        assert differences(before, everything(services)) == {}
        assert verify(services.context).problems == ()
    finally:
        database.close()
