from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from linli.gui.title_band import TitleBand


def shown(band):
    return {label.text() for label in band.findChildren(QLabel) if label.isVisibleTo(band)}


@pytest.mark.parametrize("sample", [True, False])
def test_sample_is_marked_as_one(theme, qtbot, sample):
    window = QWidget()
    qtbot.addWidget(window)
    band = TitleBand(theme, "王芳", sample=sample, parent=window)
    assert any("示例" in text for text in shown(band)) is sample


def test_band_says_who_when_and_that_it_is_offline(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    band = TitleBand(theme, "王芳", sample=False, parent=window)
    band.set_hall("西河便民大厅")
    band.set_day(datetime(2026, 11, 22, tzinfo=UTC))
    assert {"经办人：王芳", "西河便民大厅", "2026-11-22 星期日", "离线"} <= shown(band)
