"""Requests about personal data: numbered without gaps, due, answered; and the copy of the data."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.cards import page_texts
from support.people import make_document, make_draft, make_id, make_phone

from linli.domain.clocks import Light
from linli.domain.consents import ConsentDraft
from linli.domain.entitlements import EntitlementDraft
from linli.domain.neighbours import NeighbourDraft
from linli.domain.privacy_requests import (
    Proof,
    RequestAnswer,
    RequestDraft,
    RequestFilter,
    RequestKind,
    Result,
)
from linli.domain.working_days import shipped_calendar
from linli.errors import InvalidInput, NotFoundError, UserError
from linli.services.container import Services
from linli.storage import extract
from linli.storage.erasure_work import FATES
from linli.storage.merge_links import STAYING, all_links
from linli.storage.readable import fields_of

TODAY = date(2026, 11, 23)
NUMBER = make_id(sequence=321)
PHONE = "13912345678"


@pytest.fixture
def person(services: Services) -> int:
    draft = make_draft("张桂兰", documents=(make_document(NUMBER),), phones=(make_phone(PHONE),))
    return services.residents.add(draft)[0]


def _draft(**changes) -> RequestDraft:
    facts = {
        "name": "张桂兰",
        "kind": RequestKind.ACCESS,
        "received_on": TODAY,
        "content": "要副本",
    }
    return RequestDraft(**{**facts, **changes})


def test_numbers_run_through_each_year_and_are_never_given_twice(services: Services) -> None:
    requests = services.privacy_requests
    first = requests.add(_draft())[0]
    requests.add(_draft(received_on=date(2025, 12, 31)))
    requests.void(first, "重复登记", version=1)
    requests.add(_draft())
    numbers = {request.number for request in requests.list_all()}
    assert numbers == {"2026-001", "2026-002", "2025-001"}
    assert (
        services.history.state().undo is None or "登记" not in services.history.state().undo.action
    )


def test_a_request_is_due_in_fifteen_working_days(services: Services) -> None:
    number = services.privacy_requests.add(_draft())[0]
    request = services.privacy_requests.get(number)
    assert request.due_on == date(2026, 12, 14)
    assert request.light(TODAY, shipped_calendar()) is Light.GREEN
    assert request.light(date(2026, 12, 10), shipped_calendar()) is Light.AMBER
    assert request.light(date(2026, 12, 14), shipped_calendar()) is Light.AMBER
    assert request.light(date(2026, 12, 15), shipped_calendar()) is Light.RED


def test_what_is_refused_needs_a_reason(services: Services) -> None:
    number = services.privacy_requests.add(_draft(kind=RequestKind.ERASE))[0]
    answer = RequestAnswer(result=Result.REFUSED, answer="还在享受低保", closed_on=TODAY)
    with pytest.raises(InvalidInput, match="要向本人说明理由"):
        services.privacy_requests.answer(number, answer, version=1)
    refused = RequestAnswer(
        result=Result.REFUSED, answer="还在享受低保", refusal="发放需要", closed_on=TODAY
    )
    services.privacy_requests.answer(number, refused, version=1)
    request = services.privacy_requests.get(number)
    assert request.light(date(2027, 1, 1), shipped_calendar()) is Light.DONE
    with pytest.raises(UserError, match="2026-001 已经办结"):
        services.privacy_requests.update(number, _draft(), version=request.version)
    text = "".join(page_texts(services.privacy_requests.slip(number))).replace(" ", "")
    for said in ("个人信息请求答复单", "2026-001", "不予办理", "发放需要", "第五十、六十五条"):
        assert said in text


def test_an_open_request_prints_as_received(services: Services) -> None:
    number = services.privacy_requests.add(_draft())[0]
    text = "".join(page_texts(services.privacy_requests.slip(number))).replace(" ", "")
    assert "个人信息请求受理单" in text
    assert "2026年12月14日前（内部规定）" in text


def test_somebody_who_comes_for_another_is_named(services: Services) -> None:
    with pytest.raises(InvalidInput, match="请填写来人的姓名"):
        services.privacy_requests.add(_draft(proof=Proof.HEIR))


def test_the_name_is_that_of_the_ledger(services: Services, person: int) -> None:
    number = services.privacy_requests.add(_draft(name="别人", resident_id=person))[0]
    assert services.privacy_requests.get(number).facts.name == "张桂兰"
    with pytest.raises(NotFoundError):
        services.privacy_requests.add(_draft(resident_id=999))


def test_those_that_wait_come_first_by_when_they_are_due(services: Services) -> None:
    requests = services.privacy_requests
    closed = requests.add(_draft(received_on=date(2026, 10, 8)))[0]
    done = RequestAnswer(result=Result.DONE, answer="已给", closed_on=TODAY)
    requests.answer(closed, done, version=1)
    late = requests.add(_draft(received_on=date(2026, 10, 9)))[0]
    new = requests.add(_draft())[0]
    assert [request.id for request in requests.list_all()] == [late, new, closed]
    overdue = requests.list_all(RequestFilter(overdue=True))
    assert [request.id for request in overdue] == [late]


def test_every_reference_to_a_person_is_in_the_copy() -> None:
    links = {(link.table.name, link.column) for link in all_links()} | STAYING
    assert extract.labels().keys() == links - {("resident", "merged_into")}
    assert extract.labels().keys() == FATES.keys()
    assert all(fields_of(table) for table, _ in extract.labels())


def test_the_copy_holds_everything_in_full(services: Services, person: int, tmp_path: Path) -> None:
    other = services.residents.add(make_draft("李四", sequence=5))[0]
    services.neighbours.add(NeighbourDraft(resident_id=person, name="李四", neighbour_id=other))
    services.entitlements.add(EntitlementDraft(resident_id=person, kind_code="01", number="D-77"))
    services.consents.add([ConsentDraft(resident_id=person, day=TODAY)])
    services.privacy_requests.add(_draft(resident_id=person))
    services.residents.reveal(person, "核对资料")
    text = "".join(page_texts(services.privacy_requests.extract_pdf(person))).replace(" ", "")
    for said in ("个人信息副本", NUMBER, PHONE, "D-77", "本人签名", "要副本", "核对资料", "李四"):
        assert said in text
    path = tmp_path / "copy.xlsx"
    count = services.privacy_requests.extract_workbook(person, path)
    sheet = load_workbook(path).active
    assert sheet is not None
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert NUMBER in cells
    assert sheet.max_row >= count
    last = services.history.events()[0]
    assert (last.action, last.subject) == ("导出个人信息副本", f"resident/{person}")
