"""The clerk is told of a clock that was set back and of an old ledger, each once."""

from support.people import make_draft

from linli.gui.trust_warnings import TrustWarnings
from linli.storage import audit_heads


def test_a_clock_set_back_is_told_after_the_change_that_shows_it(desk, services, clock, ask, qtbot):
    warnings = TrustWarnings(desk, None)
    warnings.look()
    clock.advance(hours=-3)
    ask.expect("warn")
    desk.bus.publish(services.residents.add(make_draft("张建国"))[1])
    assert "请核对电脑的日期和时间" in ask.last
    desk.bus.publish(services.residents.add(make_draft("李四", sequence=124))[1])
    assert len(ask.asked) == 1


def test_a_ledger_older_than_its_head_is_told_at_the_start(desk, services, data_dir, ask):
    audit_heads.save(services.context.db, data_dir.audit_head)
    with services.context.db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_audit_event_delete")
        connection.exec_driver_sql("DELETE FROM audit_event WHERE id = 2")
    ask.expect("warn")
    TrustWarnings(desk, None).look()
    assert "台账被换成了旧的，或末尾的记录被删除了" in ask.last
