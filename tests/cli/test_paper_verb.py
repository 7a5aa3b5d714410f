"""`linli calibrate`: the ruler sheet, and what was read off it."""

import pypdfium2
import pytest

from linli.domain.paper import Correction, PrinterProfile


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("a5", (148, 210))])
def test_the_ruler_sheet_has_two_sides_of_the_paper(ledger, tmp_path, paper, size):
    out = tmp_path / "ruler.pdf"
    assert ledger.json("calibrate", "--paper", paper, "--out", out)["profile"] is None
    document = pypdfium2.PdfDocument(out)
    assert len(document) == 2
    assert [round(length * 25.4 / 72) for length in document[0].get_size()] == list(size)


def test_one_side_of_the_ruler_sheet_is_printed_alone(ledger, tmp_path):
    out = tmp_path / "ruler.pdf"
    assert ledger.run("calibrate", "--sides", "backs", "--out", out) == 0
    assert "实际大小" in ledger.out
    assert len(pypdfium2.PdfDocument(out)) == 1


def test_readings_make_a_profile(ledger, services):
    done = ledger.json("calibrate", "--profile", "二楼", "--front", "-1.5,-1.5,2")
    (profile,) = services.paper.profiles()
    assert (profile.name, profile.back) == ("二楼", Correction())
    assert (profile.front.dx, profile.front.dy) == (
        pytest.approx(1.5, abs=0.01),
        pytest.approx(-2, abs=0.01),
    )
    assert done["front"]["dx"] == profile.front.dx
    ledger.run("calibrate", "--profile", "二楼", "--back", "−0.5，−0.5，1，−0.5，1")
    assert "二楼" in ledger.out
    (profile,) = services.paper.profiles()
    assert profile.front.dx == pytest.approx(1.5, abs=0.01), "the front stays as it was"
    assert profile.back.dx == pytest.approx(0.5, abs=0.01)


def test_readings_of_a_corrected_sheet_refine_the_profile(ledger, services):
    services.paper.save_profile(PrinterProfile(name="二楼", front=Correction(dx=1, dy=-1)))
    ledger.json("calibrate", "--profile", "二楼", "--corrected", "--front", "0.5,0.5,0")
    (profile,) = services.paper.profiles()
    assert profile.front.dx == pytest.approx(0.5, abs=0.01)
    assert profile.front.dy == pytest.approx(-1, abs=0.01)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--out"),
        (("--out", "x.pdf", "--profile", "二楼", "--front", "1,1,1"), "--out"),
        (("--front", "1,1,1"), "--profile"),
        (("--profile", "二楼", "--front", "1,1"), "--front 不能是「1,1」"),
        (("--profile", "二楼", "--back", "1,1,1,1,1,1"), "--back"),
        (("--profile", "二楼", "--back", "a,b,c"), "--back"),
    ],
)
def test_what_cannot_be_calibrated_is_wrong_use(ledger, services, arguments, said):
    assert ledger.run("calibrate", *arguments) == 2
    assert said in ledger.err
    assert services.paper.profiles() == []


def test_impossible_readings_are_refused(ledger, services):
    assert ledger.run("calibrate", "--profile", "二楼", "--front", "90,90,90") == 1
    assert services.paper.profiles() == []


def test_an_unknown_profile_has_no_ruler_sheet(ledger, tmp_path):
    assert ledger.run("calibrate", "--profile", "二楼", "--out", tmp_path / "x.pdf") == 1
    assert "二楼" in ledger.err
