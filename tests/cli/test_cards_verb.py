"""`linli cards`: who gets cards, on what paper, and what is recorded."""

import json
import os
from itertools import pairwise

import pypdfium2
import pytest
from support.cards import position_of
from support.people import make_draft
from support.runs import new_phone

from linli.domain.cards import CardSource
from linli.domain.paper import Correction, PrinterProfile
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
    for out in (tmp_path / "no such folder" / "cards.pdf", tmp_path):
        assert community.run("cards", "--all", "--out", out) == 1
        assert "写不进去" in community.err
    assert community.json("verify")["counts"]["cards"] == 0


@pytest.mark.skipif(os.name == "nt", reason="there devices are no files of a folder")
def test_a_device_is_not_replaced_by_a_file(community, tmp_path):
    device = tmp_path / "device"
    os.mkfifo(device)
    assert community.run("cards", "--all", "--out", device) == 1
    assert "写不进去" in community.err
    assert device.is_fifo()


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


def test_people_with_such_a_character_can_be_left_out(community, services, tmp_path):
    number, _ = services.residents.add(make_draft("王\U0003fffd", sequence=171))
    out = tmp_path / "cards.pdf"
    done = community.json("cards", "--all", "--skip-missing", "--per", "person", "--out", out)
    assert number in [person["resident_id"] for person in done["skipped"]]
    assert done["cards"] > 1
    assert services.cards.issued_to(number) == []


def test_a_dozen_people_without_a_card_are_named_and_the_others_counted(
    community, services, tmp_path
):
    for number, sign in enumerate("一二三四五六七八九十百千万亿"):
        services.residents.add(make_draft(f"张{sign}", sequence=200 + number))
    out = tmp_path / "cards.pdf"
    done = community.json("cards", "--all", "--kind", "party_helper", "--out", out)
    assert community.run("cards", "--all", "--kind", "party_helper", "--out", out) == 0
    assert community.out.count("没有发卡：") == 12
    assert f"还有 {len(done['skipped']) - 12} 人没有发卡" in community.out


# ---- paper ----


def test_cards_lie_on_the_sheet_from_the_slot_that_was_asked_for(community, tmp_path):
    out = tmp_path / "cards.pdf"
    done = community.json(
        "cards", "--grid", "1", "--sheet", "a4x10", "--start-slot", 8, "--out", out
    )
    assert done["sheets"] == -(-(done["cards"] + 7) // 10)
    assert done["pages"] == 2 * done["sheets"]
    assert len(pypdfium2.PdfDocument(out)) == done["pages"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--sheet", "b9"), "a4x10-90x54"),
        (("--sheet", "a4"), "a4-label-2x5-99x57"),
        (("--size", "small"), "90x54（名片大小 90×54 毫米）、id1"),
        (("--size", "nanx54"), "90x54"),
        (("--size", "148x210"), "居民联系卡没有"),
        (("--sheet", "a4x10", "--start-slot", 11), "1 到 10"),
        (("--profile", "无此档案"), "档案"),
        (("--from-card", "0000018"), "--resume"),
        (("--sides", "backs"), "先用 --sides fronts"),
    ],
)
def test_paper_that_cannot_be_is_wrong_use_and_nothing_is_recorded(
    community, tmp_path, arguments, said
):
    assert community.run("cards", "--all", *arguments, "--out", tmp_path / "cards.pdf") == 2
    assert said in community.err
    assert community.json("verify")["counts"]["cards"] == 0


def test_by_hand_the_fronts_come_first_and_the_backs_are_not_recorded_again(community, tmp_path):
    out = tmp_path / "cards.pdf"
    paper = ("--layout", "a4x10", "--duplex", "manual")
    fronts = community.json("cards", "--grid", "1", *paper, "--out", out)
    assert (fronts["pages"], fronts["recorded"]) == (fronts["sheets"], True)
    backs = community.json(
        "cards", "--resume", fronts["run"], "--sides", "backs", "--out", tmp_path / "backs.pdf"
    )
    assert (backs["numbers"], backs["recorded"]) == (fronts["numbers"], False)
    again = community.json(
        "cards", "--grid", "1", *paper, "--sides", "backs", "--out", tmp_path / "again.pdf"
    )
    assert (again["numbers"], again["recorded"]) == (fronts["numbers"], False)
    assert (tmp_path / "backs.pdf").read_bytes() == (tmp_path / "again.pdf").read_bytes()
    counts = community.json("verify")["counts"]
    assert counts["cards"] == fronts["cards"]


def test_fronts_alone_say_how_their_backs_are_printed(community, tmp_path):
    out = tmp_path / "cards.pdf"
    assert community.run("cards", "--grid", "1", "--sides", "fronts", "--out", out) == 0
    assert "cards --resume 1 --sides backs" in community.out


def test_backs_lie_behind_their_fronts_though_the_slot_is_not_said_again(community, tmp_path):
    fronts, backs = tmp_path / "fronts.pdf", tmp_path / "backs.pdf"
    paper = ("--layout", "a4x10", "--duplex", "manual")
    made = community.json("cards", "--grid", "1", *paper, "--start-slot", 10, "--out", fronts)
    again = community.json("cards", "--grid", "1", *paper, "--sides", "backs", "--out", backs)
    assert again["numbers"] == made["numbers"]
    ((_, front),) = position_of(fronts.read_bytes(), 0, "卡号")
    ((_, back),) = position_of(backs.read_bytes(), 0, "请放在电话旁")
    assert front > 4 * 54
    assert back > 4 * 54


def test_backs_of_other_cards_than_were_printed_are_refused(community, tmp_path):
    out = tmp_path / "cards.pdf"
    backs = ("--layout", "a4x10", "--duplex", "manual", "--sides", "backs", "--out", out)
    made = community.json("cards", "--grid", "1", "--layout", "a4x10", "--out", out)
    assert community.run("cards", "--grid", "1", *backs) == 0
    community.json("run", "reprint", made["run"], "--cards", made["numbers"][3], "--out", out)
    assert community.run("cards", "--grid", "1", *backs) == 1
    assert "印出来会错位" in community.err


@pytest.mark.parametrize("option", [("--most", 2, "--all"), ("--outdated",)])
def test_what_needs_records_is_refused_for_cards_without(community, tmp_path, option):
    out = tmp_path / "cards.pdf"
    assert community.run("cards", *option, "--kind", "desk_plate", "--out", out) == 2
    assert f"不能写 {option[0]}" in community.err


def test_a_profile_moves_the_content(community, services, tmp_path):
    services.paper.save_profile(PrinterProfile(name="二楼", front=Correction(dx=3)))
    name, plain, moved = "张桂兰", tmp_path / "plain.pdf", tmp_path / "moved.pdf"
    services.residents.add(make_draft(name, documents=()))
    community.json("cards", "--find", name, "--out", plain)
    community.json("cards", "--find", name, "--profile", "二楼", "--out", moved)
    ((before, _),) = position_of(plain.read_bytes(), 0, name)
    ((after, _),) = position_of(moved.read_bytes(), 0, name)
    assert after - before == pytest.approx(3, abs=0.01)


# ---- order, and cards that are not true any more ----


def test_a_community_is_numbered_as_one_walks_unless_the_given_order_is_asked_for(
    community, services, tmp_path
):
    out = tmp_path / "cards.pdf"
    walked = community.json("cards", "--all", "--layout", "a4x10", "--out", out)
    cards = services.runs.get(walked["run"]).cards
    assert walked["numbers"] == [card.number for card in cards] == sorted(walked["numbers"])
    buildings = [card.building for card in cards]
    assert len(set(buildings)) == sum(a != b for a, b in pairwise(["", *buildings]))
    given = community.json("cards", "--all", "--order", "given", "--layout", "a4x10", "--out", out)
    assert given["numbers"] != walked["numbers"]
    assert sorted(given["numbers"]) == walked["numbers"]


def test_only_cards_that_are_not_true_any_more_are_printed(community, services, tmp_path):
    out = tmp_path / "cards.pdf"
    community.json("cards", "--all", "--layout", "a4x10", "--out", out)
    assert community.run("cards", "--outdated", "--out", out) == 1
    assert "没有变化" in community.err
    new_phone(services)
    first = services.cards.ids_for_grid(services.grids.list_all()[0].id)
    wanted = services.cards.prepare(first, "resident").cards
    done = community.json("cards", "--outdated", "--layout", "a4x10", "--out", out)
    assert done["cards"] == len(wanted) > 0
    assert services.cards.outdated() == []


# ---- kinds without numbers ----


def test_a_board_is_printed_for_a_grid_and_a_plate_for_everybody(community, services, tmp_path):
    out = tmp_path / "cards.pdf"
    kinds = services.cards.kinds()
    plate = next(kind for kind in kinds if kind.source is CardSource.STAFF)
    done = community.json("cards", "--all", "--kind", plate.id, "--out", out)
    assert done["cards"] + len(done["skipped"]) == len(services.staff.list_all())
    assert (done["run"], done["numbers"]) == (None, [])
    assert community.run("cards", "--find", "1", "--kind", plate.id, "--out", out) == 2
    assert "--all" in community.err


def test_cards_of_a_kept_filter_are_for_its_people(ledger_of_homes, services, tmp_path):
    first = services.residents.rows(services.residents.list_ids(ResidentFilter())[:1])[0]
    services.filters.save("一位", ResidentFilter(text=first.name))
    out = tmp_path / "cards.pdf"
    made = ledger_of_homes.json("cards", "--filter", "一位", "--out", out)
    expected = ledger_of_homes.json("cards", "--find", first.name, "--out", out)
    assert made["cards"] == expected["cards"]
    assert ledger_of_homes.run("cards", "--filter", "没有的", "--out", out) == 1
    assert "现有：一位" in ledger_of_homes.err
