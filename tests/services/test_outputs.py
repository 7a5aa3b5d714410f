"""Whatever leaves on paper or in a file is recorded: what, how much, why, and the result."""

from datetime import date

import pytest
from support.cards import TEN, page_texts
from support.homes import settle_neighbours
from support.people import make_draft, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.elders import ElderFilter
from linli.domain.elevations import Fact
from linli.domain.paper import BUSINESS
from linli.domain.residents import ResidentFilter
from linli.domain.surveys import Question, SurveyDraft
from linli.domain.values.addresses import Address
from linli.errors import NotAllowedError, StorageProblem, UserError
from linli.progress import Cancelled, Progress
from linli.services.outputs import leaving

FOOT = "打印人：王芳　打印时间：2026年11月23日 09:00"


@pytest.fixture
def elder(services):
    home, _ = services.dwellings.find_or_add(
        Address(estate="幸福小区", building="9号楼", unit="1单元", room="101")
    )
    draft = make_draft("欧阳建国", dwelling_id=home, phones=(make_phone("13812345678"),))
    return services.residents.add(draft)[0]


@pytest.fixture
def last(services):
    """The last line of the audit trail: action, subject, whether it succeeded, details."""

    def read():
        from linli.storage import audit

        with services.context.db.reading() as connection:
            event = audit.events(connection, 1)[0]
        return event.action, event.subject, event.succeeded, dict(event.detail)

    return read


def elders(services, *, revealed=False):
    return services.elders.register(ElderFilter(age_from=60), "老年人名册", revealed=revealed)


def test_a_printed_list_is_recorded_with_its_lines(services, elder, last):
    services.registers.pdf(elders(services), across=True)
    assert last() == ("打印名册", "老年人名册", True, {"行数": "1"})


def test_a_list_in_full_is_recorded_with_its_purpose(services, elder, last, tmp_path):
    register = elders(services, revealed=True)
    services.registers.workbook(register, tmp_path / "a.xlsx", reason="上报材料")
    said = {"行数": "1", "号码": "完整", "用途": "上报材料"}
    assert last() == ("导出名册", "老年人名册", True, said)


@pytest.mark.parametrize("reason", [None, "", " "])
def test_a_list_in_full_does_not_leave_without_a_purpose(services, elder, tmp_path, reason):
    register = elders(services, revealed=True)
    with pytest.raises(UserError, match="用途"):
        services.registers.pdf(register, reason=reason)
    with pytest.raises(UserError, match="用途"):
        services.registers.workbook(register, tmp_path / "a.xlsx", reason=reason)
    assert not list(tmp_path.glob("*.xlsx"))


def test_without_the_right_no_list_is_made_in_full(services, elder):
    keeper = as_role(services, Role.ROSTER_KEEPER)
    with pytest.raises(NotAllowedError):
        elders(keeper, revealed=True)
    with pytest.raises(NotAllowedError), leaving(keeper.context, "打印名册", "名册", reason="x"):
        pytest.fail("it must not begin")


def test_a_file_that_cannot_be_written_is_recorded_as_failed(services, elder, last, tmp_path):
    with pytest.raises(StorageProblem):
        services.registers.workbook(elders(services), tmp_path / "gone" / "a.xlsx")
    said = {"行数": "1", "结果": "没有完成"}
    assert last() == ("导出名册", "老年人名册", False, said)


def test_what_the_clerk_stops_is_recorded_as_stopped(services, elder, last, tmp_path):
    class Stopped(Progress):
        def report(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        services.exports.residents(tmp_path / "a.xlsx", ResidentFilter(), progress=Stopped())
    action, subject, succeeded, detail = last()
    assert (action, subject, succeeded) == ("导出居民名册", "居民 1 人", False)
    assert detail["结果"] == "中途取消"


def test_a_hand_over_sheet_is_recorded(services, last):
    people = settle_neighbours(services)
    batch = services.cards.prepare(people, "resident")
    run_id = services.cards.issue(batch, TEN, BUSINESS).run_id
    services.runs.handover(run_id)
    action, _, succeeded, detail = last()
    assert (action, succeeded, detail) == ("打印签收表", True, {"行数": "12"})


def test_printing_and_saving_a_pdf_is_recorded(services, last, tmp_path):
    with services.outputs.sending("签收表", printer="Office", copies=2):
        pass
    assert last() == ("打印：交给打印机", "签收表", True, {"打印机": "Office", "份数": "2"})
    services.outputs.save_pdf(b"%PDF", tmp_path / "a.pdf", "签收表")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"
    assert last() == ("导出 PDF 文件", "签收表", True, {})


def test_a_printer_that_refuses_is_recorded(services, last):
    with pytest.raises(UserError), services.outputs.sending("签收表", printer="Office"):
        raise UserError("没有纸。")
    assert last()[2:] == (False, {"打印机": "Office", "份数": "1", "结果": "没有完成"})


def test_every_list_says_at_its_foot_who_printed_it_and_when(services, elder):
    people = settle_neighbours(services)
    batch = services.cards.prepare(people, "resident")
    run_id = services.cards.issue(batch, TEN, BUSINESS).run_id
    place = services.elevations.places()[0]
    papers = [
        services.registers.pdf(elders(services), across=True),
        services.registers.pdf(services.filters.register(ResidentFilter(), "居民名册")),
        services.runs.handover(run_id),
        services.elevations.pdf(services.elevations.elevation(place), Fact.CARE),
    ]
    for paper in papers:
        for text in page_texts(paper):
            assert FOOT in text.replace("\r\n", "\n")


def test_no_card_says_who_printed_it(services):
    people = settle_neighbours(services)
    batch = services.cards.prepare(people, "resident")
    printed = services.cards.issue(batch, TEN, BUSINESS).printed
    assert all("打印人" not in text for text in page_texts(printed.content))


def test_a_survey_without_people_is_recorded_too(services, last):
    draft = SurveyDraft(
        title="满意度", day=date(2026, 11, 1), handed_out=9, questions=(Question(text="满意吗？"),)
    )
    survey_id, _ = services.surveys.add(draft)
    services.surveys.paper(survey_id)
    assert last()[:3] == ("打印问卷", "满意度", True)


def test_a_posted_list_shows_nobody_in_full(services, elder):
    shown = services.masking.for_posting(elders(services))
    text = repr(shown.groups)
    assert "欧阳**" in text
    assert "幸福小区***" in text
    for told in ("建国", "12345678", "1单元", "9号楼"):
        assert told not in text
    with pytest.raises(NotAllowedError):
        as_role(services, Role.READER).masking.for_posting(shown)
