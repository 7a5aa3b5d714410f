"""Finding, checking, exporting, and the sample community."""

from pathlib import Path

import pypdfium2
import python_calamine
from support.terminal import python

from linli.domain.residents import ResidentFilter


def test_find_lists_masked_lines(ledger):
    (found,) = ledger.json("find", "oyn")
    assert found["name"] == "欧阳娜"
    assert "*" in found["document"]
    assert "*" in found["phone"]
    ledger.run("find", "oyn")
    head, line = ledger.out.splitlines()
    assert head.startswith("姓名")
    assert found["document"] in line


def test_find_lists_no_more_than_asked_for(ledger):
    everybody = ledger.json("find", "652328")
    assert len(ledger.json("find", "652328", "--limit", 1)) == min(1, len(everybody))


def test_finding_nobody_is_no_error(ledger):
    assert ledger.run("find", "无此人") == 0
    assert "没有找到" in ledger.out
    assert ledger.json("find", "无此人") == []


def test_verify_counts_a_sound_ledger(ledger):
    checked = ledger.json("verify")
    assert checked["ok"] is True
    assert checked["counts"]["residents"] == 2


def test_verify_fails_for_a_damaged_file(ledger, db, data_dir):
    db.close()
    content = bytearray(data_dir.database.read_bytes())
    content[-2000:-1900] = bytes(100)
    data_dir.database.write_bytes(content)
    assert ledger.run("verify") == 1
    assert "损坏" in ledger.err


def test_export_masks_numbers_unless_a_purpose_is_given(community, services, tmp_path):
    ids = services.residents.list_ids(ResidentFilter())
    whole = {d.number for i in ids for d in services.residents.get(i).facts.documents}
    out = tmp_path / "register.xlsx"
    assert community.json("export", "residents", "--out", out)["residents"] == len(ids)
    assert not whole & _cells(out)
    community.json("export", "residents", "--out", out, "--reveal", "人口普查核对")
    assert whole <= _cells(out)
    assert any("人口普查核对" in event.detail.values() for event in services.history.events(5))


def _cells(path: Path) -> set[str]:
    workbook = python_calamine.load_workbook(path)
    rows = workbook.get_sheet_by_index(0).to_python()
    return {str(cell) for row in rows for cell in row}


def test_sample_goes_only_into_an_empty_ledger(community):
    assert community.run("sample", "--people", 10) == 1
    assert "空的台账" in community.err


def test_sample_has_as_many_people_as_asked_for(terminal, services):
    assert terminal.json("sample", "--people", 40)["residents"] == 40


def test_demo_goes_the_whole_way_without_qt_and_leaves_only_the_cards(tmp_path):
    out, temporary = tmp_path / "cards.pdf", tmp_path / "temporary"
    temporary.mkdir()
    code = (
        "import sys; sys.modules.update({'PySide6': None, 'shiboken6': None})\n"
        "from linli import __main__\n"
        f"sys.argv = ['linli', 'demo', '--out', {str(out)!r}]\n"
        "sys.exit(__main__.main())"
    )
    done = python("-c", code, TMPDIR=str(temporary), XDG_DATA_HOME=str(tmp_path / "data"))
    assert done.stderr == ""
    assert done.returncode == 0
    for word in ("建立", "导入", "查找", "联系卡", str(out)):
        assert word in done.stdout
    assert len(pypdfium2.PdfDocument(out)) == 2
    assert sorted(tmp_path.iterdir()) == [out, temporary]
    assert list(temporary.iterdir()) == []


def test_kept_filters_are_listed_with_how_many_they_find(ledger, services):
    assert ledger.json("list") == []
    assert ledger.run("list") == 0
    assert "还没有常用筛选" in ledger.out
    services.filters.save("老人", ResidentFilter(age_from=60))
    services.filters.save("有电话的欧阳", ResidentFilter(text="欧阳"))
    assert ledger.json("list") == [
        {"name": "老人", "words": "60 岁以上", "people": 2},
        {"name": "有电话的欧阳", "words": "查找“欧阳”", "people": 1},
    ]
    ledger.run("list")
    assert [line.split() for line in ledger.out.splitlines()][1][:2] == ["老人", "2"]


def test_people_of_a_kept_filter_are_listed_masked(ledger, services):
    services.filters.save("欧阳", ResidentFilter(text="欧阳"))
    (found,) = ledger.json("list", "--filter", "欧阳")
    assert found["name"] == "欧阳娜"
    assert "*" in found["document"]
    assert ledger.run("list", "--filter", "没有的") == 1
    assert "现有：欧阳" in ledger.err
    assert ledger.run("list", "--limit", 3) == 2


def test_a_filter_that_finds_nobody_says_what_it_asks(ledger, services):
    services.filters.save("孩子", ResidentFilter(age_to=5))
    assert ledger.run("list", "--filter", "孩子") == 0
    assert "5 岁以下" in ledger.out


def test_export_of_a_kept_filter_has_only_its_people(ledger, services, tmp_path):
    services.filters.save("欧阳", ResidentFilter(text="欧阳"))
    out = tmp_path / "register.xlsx"
    exported = ledger.json("export", "residents", "--filter", "欧阳", "--out", out)
    assert exported["residents"] == 1
    assert "张三" not in _cells(out)
