"""What the verbs look at before they write."""

import pytest

from linli.cli import output
from linli.errors import UserError


def test_a_place_that_can_be_written_is_left_as_it_was(tmp_path):
    kept = tmp_path / "card.pdf"
    kept.write_bytes(b"of yesterday")
    output.check_place(kept)
    output.check_place(tmp_path / "new.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["card.pdf"]
    assert kept.read_bytes() == b"of yesterday"


def test_a_folder_that_denies_everything_is_asked_once(tmp_path, monkeypatch):
    asked = []

    def denied(path, *arguments, **named):
        asked.append(path)
        raise PermissionError(13, "denied")

    monkeypatch.setattr("pathlib.os.open", denied)
    with pytest.raises(UserError, match="写不进去"):
        output.check_place(tmp_path / "card.pdf")
    assert len(asked) == 1
