"""Reports of defects: where it was, and nothing of what was worked on."""

import subprocess
import sys
from pathlib import Path

import pytest

import linli
from linli import defects
from linli.domain.values.dates import parse_date
from linli.errors import UserError


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("", ""),
        (
            "invalid literal for int() with base 10: '张三'",
            "invalid literal for int() with base # #",
        ),
        ("no such column: name", "no such column: name"),
        ("居民「张桂兰」的号码652328195005011234不对", "#"),
        ('KeyError("zhang san")', "KeyError(#)"),
        ("a 13812345678 b Патимат c", "a # b # c"),
    ],
)
def test_only_plain_words_of_a_message_are_left(message: str, left: str) -> None:
    assert defects.redacted(message) == left


def _report(tmp_path: Path) -> str:
    try:
        parse_date("张桂兰")
    except UserError as error:
        path = defects.save_report(error, tmp_path)
        assert path is not None
        return path.read_text(encoding="utf-8")
    raise AssertionError


def test_a_report_has_our_frames_and_the_machine(tmp_path: Path) -> None:
    text = _report(tmp_path)
    assert "linli/domain/values/dates.py:" in text
    assert f"linli {linli.__version__}, Python " in text
    assert "test_defects" not in text
    assert str(Path.home()) not in text
    assert "张桂兰" not in text


def test_a_folder_that_cannot_be_written_is_no_second_defect(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    assert defects.save_report(ValueError("x"), tmp_path / "logs") is None
    defects.watch_for_the_end(tmp_path / "logs")
    assert defects.crash_before(tmp_path / "logs") is None


_CRASH = """
import ctypes, sys
from pathlib import Path
from linli import defects
from linli.progress import Progress

defects.watch_for_the_end(Path(sys.argv[1]))
Progress(lambda *_: ctypes.string_at(0)).report(1)
"""


def test_a_segmentation_fault_is_found_at_the_next_start(tmp_path: Path) -> None:
    source = str(Path(linli.__file__).parents[1])
    run = subprocess.run(
        [sys.executable, "-c", _CRASH, str(tmp_path)], env={"PYTHONPATH": source}, check=False
    )
    assert run.returncode != 0
    path = defects.crash_before(tmp_path)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "Segmentation fault" in text or "access violation" in text
    assert "linli/progress.py:" in text
    assert defects.crash_before(tmp_path) is None
