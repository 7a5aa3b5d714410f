from linli.domain.changes import Changes, Kind
from linli.gui.bus import Bus


def test_changes_reach_every_view(qtbot):
    bus = Bus()
    changes = Changes(kinds=frozenset({Kind.GRIDS}))
    with qtbot.waitSignal(bus.changed) as told:
        bus.publish(changes)
    assert told.args == [changes]


def test_no_change_is_not_told(qtbot):
    bus = Bus()
    with qtbot.assertNotEmitted(bus.changed):
        bus.publish(Changes())


def test_another_process_touches_everything(qtbot):
    bus = Bus()
    with qtbot.waitSignal(bus.changed) as told:
        bus.publish_all()
    assert told.args[0].touches(*Kind)
