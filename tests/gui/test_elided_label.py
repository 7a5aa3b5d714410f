from linli.gui.elided_label import ElidedLabel


def test_what_does_not_fit_is_in_the_tool_tip(qtbot):
    label = ElidedLabel("西河社区一站式服务大厅")
    qtbot.addWidget(label)
    label.resize(60, 30)
    label.grab()
    assert label.toolTip() == "西河社区一站式服务大厅"
    label.resize(900, 30)
    label.grab()
    assert label.toolTip() == ""


def test_it_can_become_narrow(qtbot):
    label = ElidedLabel("西河社区一站式服务大厅")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 2
