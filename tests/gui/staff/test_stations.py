from PySide6.QtWidgets import QPushButton
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.cards import CardSource
from linli.domain.open_times import read_open_times
from linli.domain.staff import STARTER_STATIONS, StaffDraft, StationDraft
from linli.gui.staff.stations import StationForm, StationsDialog, open_stations


def button(dialog, text):
    """Return the button on the empty page."""
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def test_empty_list_takes_the_eleven_usual_stations(desk, show, qtbot, services):
    dialog = show(StationsDialog(desk))
    button(dialog, "放入常用的十一个站点").click()
    wait_for(qtbot, dialog.table, list(STARTER_STATIONS))
    assert dialog.table.isVisible()
    services.history.undo()
    assert services.stations.list_all() == []


def test_station_is_entered_whole(desk, show, services):
    dialog = show(StationsDialog(desk))
    dialog.new_button.click()
    form = opened(StationForm)
    values = {
        "name": "关爱援助站",
        "phone": "0994-4820110",
        "advice_phone": "12345",
        "place": "社区一楼",
        "hours": "周一至周五\n9:00–18:00",
        "services": "代办\n心理疏导",
    }
    for name, value in values.items():
        form.form.editor(name).set_value(value)
    form.accept()
    times = read_open_times("周一至周五 9:00–18:00")
    assert services.stations.list_all()[0].facts == StationDraft(**values, open_times=times)
    assert row(dialog.table, 0) == [
        "关爱援助站",
        "0994-4820110",
        "12345",
        "社区一楼",
        "周一至周五；9:00–18:00",
        "",
    ]


def test_station_with_that_name_is_refused_beside_it(desk, show, services):
    services.stations.add(StationDraft(name="警务室"))
    form = show(StationForm(desk, None, None))
    form.form.editor("name").setText("警务室")
    form.accept()
    assert "警务室" in form.form.field("name").error


def test_station_with_people_is_not_removed(desk, show, services, ask, qtbot):
    station, _ = services.stations.add(StationDraft(name="警务室"))
    services.staff.add(StaffDraft(name="陈静", station_id=station))
    dialog = show(StationsDialog(desk))
    assert column(dialog.table, 5) == ["1 人"]
    ask.expect("confirm", True)
    ask.expect("warn")
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=3000)
    assert "1 位工作人员" in ask.last
    assert column(dialog.table) == ["警务室"]


def test_phone_sheets_are_asked_for(desk, show, services, printed):
    ids = [services.stations.add(StationDraft(name=name))[0] for name in ("警务室", "健身室")]
    dialog = show(StationsDialog(desk))
    dialog.select([1])
    dialog.print_button.click()
    dialog.print_all_button.click()
    assert printed == [(CardSource.STATION, ids[1:], ""), (CardSource.STATION, ids, "")]


def test_dialog_is_freed_when_closed(desk, main_window, assert_freed):
    open_stations(desk, main_window)
    dialog = opened(StationsDialog)
    dialog.reject()
    assert_freed(dialog)


def test_hours_are_read_for_the_roster_until_the_clerk_writes_others(desk, show, services):
    form = show(StationForm(desk, None, None))
    hours, times = form.form.editor("hours"), form.form.editor("open_times")
    hours.setPlainText("每天 9:30—13:30, 16:00—19:30")
    assert times.text() == "每天 9:30—13:30，每天 16:00—19:30"
    assert "请核对" in form.form.field("open_times").hint
    hours.setPlainText("放学后至 19:00")
    assert times.text() == ""
    assert "放学后" in form.form.field("open_times").hint
    times.setText("周一至周五 16:00—19:00")
    hours.setPlainText("每天 9:00—18:00")
    assert times.text() == "周一至周五 16:00—19:00"
    form.form.editor("name").setText("青苹果乐园")
    form.accept()
    (station,) = services.stations.list_all()
    assert station.facts.open_times == read_open_times("周一至周五 16:00—19:00")


def test_times_that_are_not_understood_are_refused(desk, show, services):
    form = show(StationForm(desk, None, None))
    form.form.editor("name").setText("书屋")
    form.form.editor("open_times").setText("随到随办")
    form.accept()
    assert "随到随办" in form.form.field("open_times").error
    assert services.stations.list_all() == []
