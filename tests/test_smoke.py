"""The smoke test says what works; that everything does is proved on demand, in bundles."""

import pytest

from linli import __main__ as program
from linli import cli, smoke

STEPS = ("_versions", "_modules", "_card", "_window")


@pytest.fixture
def steps(monkeypatch):
    """All steps done at once, each with a line of its name."""
    for name in STEPS:
        monkeypatch.setattr(smoke, name, lambda *_, name=name: [name])


def test_report_goes_to_the_screen_and_ends_with_ok(steps, capsys):
    assert smoke.run(None) == 0
    assert capsys.readouterr().out.split() == [*STEPS, "ok"]


def test_report_goes_to_a_folder_that_is_made(steps, tmp_path, capsys):
    assert smoke.run(tmp_path / "kept") == 0
    assert (tmp_path / "kept" / smoke.REPORT).read_text().endswith("ok\n")
    assert capsys.readouterr().out == ""


def test_failed_step_stands_in_the_report_and_ends_the_test(steps, monkeypatch, tmp_path):
    def fail(*_):
        raise smoke.SmokeError("no card")

    monkeypatch.setattr(smoke, "_card", fail)
    with pytest.raises(smoke.SmokeError):
        smoke.run(tmp_path)
    report = (tmp_path / smoke.REPORT).read_text()
    assert report.startswith("_versions\n_modules\nfailed\n")
    assert "SmokeError: no card" in report
    assert "ok" not in report.split()


def test_card_is_printed_and_read_back(tmp_path):
    assert smoke._card(tmp_path) == ["main job 5 steps", "card 2 pages"]
    assert (tmp_path / smoke.CARD).stat().st_size


def test_option_is_read_with_and_without_a_folder(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(smoke, "run", lambda folder: asked.append(folder) or 0)
    monkeypatch.setattr(cli, "report_defects", lambda _: None)
    for words in (["--smoke-test"], ["--smoke-test", str(tmp_path)]):
        monkeypatch.setattr("sys.argv", ["linli", *words])
        assert program.main() == 0
    assert asked == [None, tmp_path]
