"""Trail, history and undo of a large ledger: listing, checking, writing out, taking back.

    EVENTS=1000000 ROWS=70000 python -m pytest tests/bench/bench_audit.py -s

The ledger is made anew: an import of `ROWS` people (70,000) and a trail of `EVENTS` (70,000), each
chained as any event is. Times are of the processor, in seconds; of the window, the longest piece in
which its thread did nothing else, which must stay below a tenth of a second.
"""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import process_time, thread_time
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from support.ledgers import ACCOUNT, ACTOR, CHEAP, COMMUNITY, PASSWORD, FixedClock
from support.people import make_draft
from support.street import save_street

from linli.domain.audit import AuditFilter, AuditKind
from linli.domain.residents import ResidentFilter
from linli.domain.undoing import How
from linli.gui.audits.dialog import AuditDialog
from linli.gui.bus import Bus
from linli.gui.desk import Desk
from linli.gui.fonts import interface_families
from linli.gui.history_dialog import HistoryDialog
from linli.gui.jobs import Jobs
from linli.gui.journal_dialog import JournalDialog
from linli.gui.state import WindowState
from linli.gui.step_dialog import StepDialog
from linli.gui.theme import Theme
from linli.paths import DataDir
from linli.services.container import Services, open_services
from linli.services.ledger import create_ledger
from linli.storage import audit

EVENTS = int(os.environ.get("EVENTS", "70000"))
ROWS = int(os.environ.get("ROWS", "70000"))
STEPS = 2_000
"""Steps of the journal, beside the import: what a busy hall does in a fortnight."""

LONGEST_S = 0.1
_ACTIONS = ("查看完整号码", "打印名册", "导出名册", "登录", "查询居民", "备份")
T = TypeVar("T")


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A ledger with one large import, many small steps, and a long trail."""
    folder = tmp_path_factory.mktemp("audit")
    clock = FixedClock()
    context = create_ledger(
        DataDir(folder / "ledger"),
        community=COMMUNITY,
        account=ACCOUNT,
        password=PASSWORD,
        clock=clock,
        cost=CHEAP,
    ).context
    made = open_services(context)
    source = made.imports.open(save_street(folder / "street.xlsx", ROWS))
    timed("import", lambda: made.imports.run(source, made.imports.plan(source)))
    timed("small steps", lambda: _small_steps(made, clock))
    timed("trail", lambda: _trail(made, clock))
    yield made
    context.db.close()


def _small_steps(services: Services, clock: FixedClock) -> None:
    person, _ = services.residents.add(make_draft("欧阳雪松", sequence=999))
    for number in range(STEPS):
        clock.advance(minutes=3)
        facts = services.residents.get(person)
        draft = make_draft("欧阳雪松", sequence=999, note=f"第 {number} 次")
        services.residents.update(person, draft, version=facts.version)


def _trail(services: Services, clock: FixedClock) -> None:
    context = services.context
    with context.db._writer.begin() as connection:
        for number in range(EVENTS):
            clock.at += timedelta(seconds=20)
            trail = audit.Trail(connection, context.db._audit_key, ACTOR.name, clock())
            detail = {"条件": "60 岁以上", "人数": str(number)}
            trail.append(_ACTIONS[number % len(_ACTIONS)], f"resident/{number}", detail=detail)


def timed(what: str, work: Callable[[], T]) -> T:
    """Do a piece of work and print what it took of the processor."""
    before = process_time()
    result = work()
    print(f"  {what:<34} {process_time() - before:8.2f} s")
    return result


@pytest.mark.bench
@pytest.mark.timeout(7200)
def test_trail_is_listed_checked_and_written_out(services: Services, tmp_path: Path) -> None:
    audits = services.audits
    everything = AuditFilter()
    print(f"\n  {EVENTS:,} events, {ROWS:,} people in one step")
    numbers = timed("all events", lambda: audits.list_ids(everything))
    timed("a page of 200", lambda: audits.rows(numbers[:200]))
    timed("who did something", audits.accounts)
    timed("by kind", lambda: audits.list_ids(AuditFilter(kind=AuditKind.REVEAL)))
    today = services.context.clock().date()
    timed("by day", lambda: audits.list_ids(AuditFilter(since=today)))
    timed("by text", lambda: audits.list_ids(AuditFilter(text="人数")))
    timed("by record", lambda: audits.list_ids(AuditFilter(subject="resident/12")))
    report = timed("verify", audits.verify)
    assert report.problems == ()
    for suffix in ("jsonl", "csv", "xlsx"):
        path = tmp_path / f"trail.{suffix}"
        timed(f"export {suffix}", lambda path=path: audits.export(path, everything))
    yesterday = AuditFilter(since=today - timedelta(days=1), until=today - timedelta(days=1))
    timed("print a day", lambda: audits.list_sheet(yesterday))


@pytest.mark.bench
@pytest.mark.timeout(7200)
def test_window_lives_on(services: Services, qapp, ask, tmp_path: Path) -> None:
    desk = Desk(
        services=services,
        bus=Bus(),
        jobs=Jobs(ask),
        ask=ask,
        theme=Theme(qapp, interface_families()),
        state=WindowState(tmp_path / "window.ini"),
    )
    watch = Watch()
    print()
    trail = watch.longest("open the trail", lambda: AuditDialog(desk), _listed)
    watch.longest("another kind", lambda: trail.filter.kind.set_value(AuditKind.REVEAL))
    watch.longest("apply it", trail.read, lambda _: trail.model.whole)
    imports = services.audits.list_ids(AuditFilter(kind=AuditKind.IMPORT))
    (number,) = [each.id for each in services.audits.rows(imports) if each.entry_id]
    trail.filter.kind.set_value(AuditKind.IMPORT)
    trail.read()
    watch.longest("the event of the import", lambda: trail.table.select_id(number))
    trail.reject()
    person = services.residents.find("欧阳雪松")[0].id
    history = watch.longest("a long history", lambda: HistoryDialog.of_resident(desk, person, None))
    history.reject()
    steps = watch.longest("all steps", lambda: JournalDialog(desk))
    steps.reject()
    desk.jobs.close()


def _listed(dialog: Any) -> bool:
    return bool(dialog.model.whole)


@pytest.mark.bench
@pytest.mark.timeout(7200)
def test_large_step_is_taken_back(services: Services, qapp, ask, tmp_path: Path) -> None:
    (entry,) = [e for e in services.history.entries(STEPS + 20) if e.action.startswith("导入")]
    plan = timed("plan the undo", lambda: services.steps.plan(entry.id))
    assert How.ALONE in plan.ways
    timed("undo", lambda: services.steps.take_back(plan, How.ALONE))
    assert len(services.residents.list_ids(ResidentFilter())) == 1
    (entry,) = [e for e in services.history.entries(STEPS + 20) if e.action.startswith("导入")]
    again = timed("plan the redo", lambda: services.steps.plan(entry.id))
    timed("redo", lambda: services.steps.take_back(again, How.ALONE))
    desk = Desk(
        services=services,
        bus=Bus(),
        jobs=Jobs(ask),
        ask=ask,
        theme=Theme(qapp, interface_families()),
        state=WindowState(tmp_path / "window.ini"),
    )
    (entry,) = [e for e in services.history.entries(STEPS + 20) if e.action.startswith("导入")]
    dialog = Watch().longest(
        "the undo in the window",
        lambda: StepDialog(desk, entry.id, None),
        lambda dialog: dialog.take_back_button.isEnabled(),
    )
    dialog.reject()
    desk.jobs.close()


class Watch:
    """Finds the longest piece in which the window's thread did nothing else."""

    def __init__(self) -> None:
        self._worst = self._last = 0.0
        self._beat = QTimer()
        self._beat.timeout.connect(self._on_beat)

    def longest(
        self,
        what: str,
        begin: Callable[[], T],
        done: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """Do something, let the window live until it is done, and print the longest piece."""
        self._worst, self._last = 0.0, thread_time()
        self._beat.start(2)
        result = begin()
        if hasattr(result, "open"):
            result.open()
        self._on_beat()
        waited = QElapsedTimer()
        waited.start()
        while not done(result) or waited.elapsed() < 300:
            QTest.qWait(5)
            assert waited.elapsed() < 1_800_000
        self._beat.stop()
        print(f"  {what:<34} {self._worst * 1000:8.1f} ms in one piece")
        return result

    def _on_beat(self) -> None:
        now = thread_time()
        self._worst = max(self._worst, now - self._last)
        self._last = now
