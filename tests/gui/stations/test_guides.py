"""The list of guides, their form, and what is printed of them."""

from support.roster_sheets import page_sizes
from support.tables import column, row
from support.window import opened

from linli.domain.guides import GuideDraft, GuideKind
from linli.domain.limits import Unit
from linli.domain.staff import StationDraft
from linli.gui.print_dialog import PrintDialog
from linli.gui.stations.guide_form import GuideForm
from linli.gui.stations.guides import GuidesDialog

CARD = GuideDraft(kind=GuideKind.SERVICE, title="优待证代办", steps="收件\n送办", days=5)
RULES = GuideDraft(kind=GuideKind.RULES, title="首问责任制", steps="谁接待谁负责", fee=None)


def test_a_guide_is_entered_whole(desk, show, services):
    station, _ = services.stations.add(StationDraft(name="关爱援助站"))
    dialog = show(GuidesDialog(desk))
    dialog.new_button.click()
    form = opened(GuideForm)
    values = {
        "kind": GuideKind.SERVICE,
        "title": "优待证代办",
        "station_id": station,
        "basis": "老年人权益保障法",
        "conditions": "年满 60 周岁",
        "materials": "身份证\n照片",
        "steps": "收件\n送办",
        "days": 5,
        "unit": Unit.DAYS,
        "fee": "不收费",
        "phone": "0994-4820110",
    }
    for name, value in values.items():
        form.form.editor(name).set_value(value)
    form.accept()
    assert services.guides.list_all()[0].facts == GuideDraft(**values)
    assert row(dialog.table, 0) == [
        *("优待证代办", "代办事项", "关爱援助站", "身份证；照片"),
        *("5 日内", "不收费", "0994-4820110"),
    ]


def test_a_guide_without_steps_is_refused(desk, show, services):
    form = show(GuideForm(desk, None, None))
    form.form.editor("title").setText("优待证")
    form.accept()
    assert form.isVisible()
    assert services.guides.list_all() == []


def test_the_list_narrows_by_kind_and_station(desk, show, services):
    station, _ = services.stations.add(StationDraft(name="关爱援助站"))
    services.guides.save(CARD)
    services.guides.save(RULES)
    dialog = show(GuidesDialog(desk, None, station))
    assert column(dialog.table) == ["首问责任制", "优待证代办"]
    dialog.kind.set_value(GuideKind.RULES)
    dialog.read()
    assert column(dialog.table) == ["首问责任制"]
    dialog.select([0])
    assert not dialog.telling_button.isEnabled()
    assert dialog.guide_button.isEnabled()


def test_notices_are_shown_before_they_are_printed(desk, show, services, qtbot):
    services.guides.save(CARD)
    dialog = show(GuidesDialog(desk))
    dialog.select([0])
    dialog.telling_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()


def test_rules_are_printed_for_the_wall_on_the_paper_that_was_chosen(
    desk, show, services, ask, qtbot, monkeypatch
):
    shown = []
    monkeypatch.setattr(
        "linli.gui.stations.guides.open_print_dialog",
        lambda _desk, content, _title, _parent: shown.append(page_sizes(content)),
    )
    services.guides.save(CARD)
    dialog = show(GuidesDialog(desk))
    dialog.select([0])
    for answer in (0, 1, None):
        ask.expect("choose", answer)
        dialog.wall_button.click()
        qtbot.waitUntil(lambda: not ask.waiting)
    qtbot.waitUntil(lambda: len(shown) == 2)
    (((large, _),), ((small, _),)) = shown
    assert large > small * 1.4


def test_a_guide_is_removed_and_comes_back(desk, show, services, ask, qtbot):
    services.guides.save(CARD)
    dialog = show(GuidesDialog(desk))
    dialog.select([0])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: services.guides.list_all() == [])
    services.history.undo()
    assert [guide.facts for guide in services.guides.list_all()] == [CARD]
