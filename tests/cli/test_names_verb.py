import json

import pytest
from support.ledgers import PASSWORD
from support.people import make_draft

from linli import cli

UNKNOWN = "\ue5e5"


@pytest.fixture
def check_names(capsys, data_dir, monkeypatch):
    """Run the verb on the ledger; return its exit code and what it wrote."""
    monkeypatch.setenv("LINLI_PASSWORD", PASSWORD)

    def run(*arguments):
        code = cli.run(cli.parse(["check-names", *arguments, "--data-dir", str(data_dir.root)]))
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return run


def test_names_that_print_say_so_and_succeed(services, check_names):
    services.residents.add(make_draft("张三"))
    code, said = check_names()
    assert code == 0
    assert "都印得出来" in said


def test_each_bad_place_is_listed_with_its_code_and_proposal(services, check_names):
    services.residents.add(make_draft("刘\ue863"))
    code, said = check_names()
    assert code == 1
    for word in ("居民", "刘□", "U+E863", "䶮", "自造字", "有 1 处"):
        assert word in said


def test_json_names_whose_and_why(services, check_names):
    person, _ = services.residents.add(make_draft(f"刘{UNKNOWN}"))
    code, said = check_names("--json")
    assert code == 1
    answer = json.loads(said)
    assert answer["ok"] is False
    (trouble,) = answer["troubles"]
    assert trouble["record_id"] == person
    assert trouble["character"] == UNKNOWN
    assert trouble["code_point"] == "U+E5E5"
    assert trouble["reason"] == "private_use"
    assert trouble["proposal"] is None


def test_json_of_a_sound_ledger_is_empty(services, check_names):
    code, said = check_names("--json")
    assert code == 0
    assert json.loads(said) == {"ok": True, "troubles": []}
