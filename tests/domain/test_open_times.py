"""Opening hours in the words of door signs, read or refused."""

import pytest

from linli.domain.open_times import read_open_times
from linli.domain.worker_texts import free_times_text
from linli.errors import UserError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "周一至周五 9:30—13:30, 16:00—19:30",
            "周一到周五 9:30—13:30，周一到周五 16:00—19:30",
        ),
        (
            "星期一至星期五：9：30-13：30、16：00-19：30",
            "周一到周五 9:30—13:30，周一到周五 16:00—19:30",
        ),
        ("周一至周五 9:30-13:30 16:00-19:30", "周一到周五 9:30—13:30，周一到周五 16:00—19:30"),
        ("每天 9:30–20:00\n节假日有人值班", "每天 9:30—20:00"),
        ("周一至周五\n9:00–18:00", "周一到周五 9:00—18:00"),
        ("24 小时有人值班", "每天 0:00—23:59"),
        ("周末全天", "周末 0:00—23:59"),
        ("周二至周日 11:00–19:00，周一闭馆", "周二到周日 11:00—19:00"),
        ("周三、周六 10:00–18:00", "周三、周六 10:00—18:00"),
        (
            "工作日（法定节假日除外）上午9:30—13:30，下午4:00—7:30",
            "周一到周五 9:30—13:30，周一到周五 16:00—19:30",
        ),
        ("开放时间：每天 9点半到18点", "每天 9:30—18:00"),
        ("每天 8:00—24:00", "每天 8:00—23:59"),
        ("周一至周五 9:00—18:00；周末 10:00—16:00", "周一到周五 9:00—18:00，周末 10:00—16:00"),
        ("节假日休息", ""),
        ("", ""),
    ],
)
def test_usual_hours_are_read(text: str, said: str) -> None:
    assert free_times_text(read_open_times(text)) == said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("放学后至 19:00", "放学后"),
        ("夏季 9:00—20:00，冬季 9:30—19:00", "夏季"),
        ("5月至9月 每天 9:00—20:00", "5月"),
        ("9:00—18:00", "9:00—18:00"),
        ("每天 18:00—9:00", "18:00—09:00"),
        ("随到随办", "随到随办"),
        ("每天 25:00—26:00", "25:00"),
    ],
)
def test_what_is_not_certain_is_refused_with_the_words(text: str, value: str) -> None:
    with pytest.raises(UserError) as refused:
        read_open_times(text)
    assert value in refused.value.message
