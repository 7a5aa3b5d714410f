from zipfile import ZipFile

import pytest
from support.cards import SINGLE, page_texts
from support.people import make_draft
from support.tiny_font import write_font

from linli.domain.faces import FontStyle
from linli.errors import NotFoundError, UserError
from linli.printing import fonts as printing_fonts

RARE = "\U000323af"  # the last point of extension H: no shipped font has it


@pytest.fixture(autouse=True)
def _no_installed_fonts(monkeypatch):
    """Only the shipped fonts, whatever this machine has."""
    monkeypatch.setattr(printing_fonts, "system_font_folders", lambda: ())
    printing_fonts.library_for.cache_clear()
    yield
    printing_fonts.library_for.cache_clear()


@pytest.fixture
def font_file(tmp_path):
    return write_font(tmp_path, "生僻字.ttf", f"张{RARE}")


def test_an_added_font_prints_what_no_other_has(services, font_file):
    person, _ = services.residents.add(make_draft(f"刘{RARE}"))
    assert [t.code_point for t in services.names.check()] == ["U+323AF"]
    assert services.fonts.missing(RARE) == (RARE,)
    added, changes = services.fonts.add(font_file)
    assert (added.chosen, added.info.rare, added.present) == ("生僻字.ttf", 1, True)
    assert changes.entry_id is not None
    assert services.fonts.missing(RARE) == ()
    assert services.names.check() == ()
    batch = services.cards.prepare([person], "resident")
    assert f"刘{RARE}" in page_texts(services.cards.preview(batch, SINGLE).content)[0]


def test_the_copy_serves_when_the_chosen_file_is_gone(services, font_file):
    services.fonts.add(font_file)
    font_file.unlink()
    (path,) = services.fonts.added_files()
    assert path.parent == services.context.data_dir.fonts
    assert services.fonts.missing(RARE) == ()


def test_adding_is_undone_and_done_again(services, font_file):
    services.fonts.add(font_file)
    services.history.undo()
    assert services.fonts.list_added() == ()
    assert services.fonts.missing(RARE) == (RARE,)
    services.history.redo()
    assert services.fonts.missing(RARE) == ()


def test_the_same_font_is_added_once(services, font_file):
    services.fonts.add(font_file)
    with pytest.raises(UserError, match="已经添加过"):
        services.fonts.add(font_file)


def test_what_is_no_font_is_refused_and_nothing_is_kept(services, tmp_path):
    path = tmp_path / "x.ttf"
    path.write_bytes(b"no font at all")
    with pytest.raises(UserError, match="损坏"):
        services.fonts.add(path)
    assert services.fonts.list_added() == ()
    assert not services.context.data_dir.fonts.exists()


def test_a_removed_font_serves_no_more_and_its_file_goes_at_the_next_start(services, font_file):
    added, _ = services.fonts.add(font_file)
    services.fonts.remove(added.file)
    assert services.fonts.missing(RARE) == (RARE,)
    kept = services.context.data_dir.fonts / added.file
    assert kept.exists()
    services.fonts.drop_unused()
    assert not kept.exists()
    with pytest.raises(NotFoundError):
        services.fonts.remove(added.file)


def test_a_font_in_use_is_not_dropped_and_a_lost_one_is_told(services, font_file):
    added, _ = services.fonts.add(font_file)
    services.fonts.drop_unused()
    assert services.fonts.list_added() == (added,)
    (services.context.data_dir.fonts / added.file).unlink()
    (lost,) = services.fonts.list_added()
    assert not lost.present
    assert services.fonts.missing(RARE) == (RARE,)
    again, _ = services.fonts.add(font_file)
    assert again.present
    assert services.fonts.missing(RARE) == ()


def test_every_face_of_type_has_a_font(services):
    assert set(services.fonts.serving()) == set(FontStyle)


def test_backups_hold_the_added_fonts(services, font_file):
    added, _ = services.fonts.add(font_file)
    backup = services.backups.make("测试")
    with ZipFile(backup.path) as archive:
        assert archive.read(f"fonts/{added.file}") == font_file.read_bytes()
