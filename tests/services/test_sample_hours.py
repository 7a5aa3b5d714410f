"""The sample community's hours."""

from datetime import date

from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.services.fiction import Fiction
from linli.services.sample_hours import add_hours


def test_some_hours_a_training_and_a_hand_over_are_there(services):
    for name in ("马兰", "李梅"):
        facts = VolunteerFacts(number=name, source_code="01", items=("陪伴老人",))
        services.workers.add(WorkerDraft(kind=WorkerKind.VOLUNTEER, name=name, volunteer=facts))
    for name in ("王军", "赵强"):
        services.workers.add(WorkerDraft(name=name))
    with services.context.writing("示例") as work:
        add_hours(work, Fiction(date(2026, 11, 23), 1), "王芳")
    assert [each.facts.counted for each in services.hours.records()] == [8, 6]
    assert {each.what for each in services.hours.records()} == {"陪伴老人"}
    assert [each.worker for each in services.hours.notes()] == ["马兰"]
    assert services.hours.hand_overs()[0].is_open
