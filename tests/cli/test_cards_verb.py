"""`linli cards`: who gets cards, on what paper, and what is recorded."""

import json

from support.people import make_draft

from linli.domain.residents import ResidentFilter


def test_cards_of_one_person_have_front_and_back(community, services, tmp_path):
    out = tmp_path / "cards.pdf"
    (row,) = services.residents.rows(services.residents.list_ids(ResidentFilter())[:1])
    done = community.json("cards", "--find", row.document[-4:], "--out", out)
    assert done["pages"] == 2 * done["cards"]
    assert done["missing"] == []
    assert len(set(done["numbers"])) == done["cards"]
    assert out.read_bytes().startswith(b"%PDF")


def test_all_cards_are_one_for_each_household_unless_persons_are_asked_for(community, tmp_path):
    counts = community.json("verify")["counts"]
    arguments = ("cards", "--all", "--layout", "a4x10", "--out", tmp_path / "cards.pdf")
    households = community.json(*arguments)
    assert counts["households"] <= households["cards"] < counts["residents"]
    assert households["pages"] == 2 * -(-households["cards"] // 10)
    assert community.json(*arguments, "--per", "person")["cards"] == counts["residents"]


def test_cards_of_a_grid_are_asked_for_by_number_or_name(community, services, tmp_path):
    grid = services.grids.list_all()[0]
    out = tmp_path / "cards.pdf"
    by_number = community.json("cards", "--grid", grid.facts.number, "--out", out)
    by_name = community.json("cards", "--grid", grid.facts.name, "--out", out)
    assert by_number["numbers"] == by_name["numbers"]
    assert community.run("cards", "--grid", "无此网格", "--out", out) == 1
    assert grid.facts.name in community.err


def test_unknown_kind_of_card_lists_those_there_are(community, services, tmp_path):
    assert community.run("cards", "--all", "--kind", "x", "--out", tmp_path / "cards.pdf") == 2
    for kind in services.cards.kinds():
        assert kind.id in community.err


def test_cards_for_nobody_are_refused(community, tmp_path):
    assert community.run("cards", "--find", "无此人", "--out", tmp_path / "cards.pdf") == 1
    assert "没有找到" in community.err


def test_cards_are_not_issued_when_the_file_cannot_be_written(community, tmp_path):
    out = tmp_path / "no such folder" / "cards.pdf"
    assert community.run("cards", "--all", "--out", out) == 1
    assert "写不进去" in community.err
    assert community.json("verify")["counts"]["cards"] == 0


def test_character_that_no_font_has_is_reported_instead_of_printed(community, services, tmp_path):
    number, _ = services.residents.add(make_draft("王\U0003fffd", sequence=171))
    out = tmp_path / "cards.pdf"
    assert community.run("cards", "--find", "王\U0003fffd", "--out", out, "--json") == 1
    reported = json.loads(community.out)
    assert reported["cards"] == 0
    assert reported["missing"][0]["code_point"] == "U+3FFFD"
    assert "U+3FFFD" in community.err
    assert not out.exists()
    assert services.cards.issued_to(number) == []
