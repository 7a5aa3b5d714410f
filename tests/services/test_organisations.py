"""Organisations through the service: order, finding, leaders, doubles, print, undo."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from support.cards import page_texts
from support.organisations import make_credit_code

from linli.domain.organisations import Leader, OrganisationDraft, OrganisationFilter
from linli.domain.values.dates import PartialDate
from linli.errors import ConflictError, InvalidInput, NotFoundError
from linli.storage import history

OLD = Leader(name="李秀英", post="校长", since=PartialDate(2015), until=PartialDate(2021, 8))
NEW = Leader(name="王建国", post="校长", phone="13812345678", since=PartialDate(2021, 9))
SCHOOL = OrganisationDraft(
    name="西河小学",
    kind_code="02",
    credit_code=make_credit_code(1, kind="12"),
    address="西河路12号",
    phone="0994-4825180",
    leaders=(NEW, OLD),
)


@pytest.fixture
def school(services):
    return services.organisations.add(SCHOOL)[0]


def names(services, **conditions):
    found = services.organisations.list_all(OrganisationFilter(**conditions))
    return [item.facts.name for item in found]


def test_organisation_is_kept_whole_with_those_before(services, school):
    item = services.organisations.get(school)
    assert item.facts == SCHOOL
    assert item.leaders_on(date(2026, 11, 23)) == [NEW]


def test_list_is_in_pinyin_order(services, school):
    for name, kind in (("安居物业", "09"), ("木垒县商会", "07"), ("邮政所", "01")):
        services.organisations.add(OrganisationDraft(name=name, kind_code=kind))
    assert names(services) == ["安居物业", "木垒县商会", "西河小学", "邮政所"]
    assert names(services, kind_code="07") == ["木垒县商会"]


@pytest.mark.parametrize(
    "text", ["河小", "xihe", "xhxx", "李秀英", "12号", "4825180", SCHOOL.credit_code[8:]]
)
def test_organisation_is_found_as_people_ask(services, school, text):
    services.organisations.add(OrganisationDraft(name="安居物业", kind_code="09"))
    assert names(services, text=text) == ["西河小学"]


def test_text_with_a_percent_finds_only_itself(services, school):
    assert names(services, text="%") == []


def test_name_and_code_are_nobody_elses(services, school):
    with pytest.raises(InvalidInput, match="已经登记过"):
        services.organisations.add(OrganisationDraft(name="西河小学", kind_code="02"))
    with pytest.raises(InvalidInput, match="已登记给「西河小学」"):
        services.organisations.add(replace(SCHOOL, name="西河二小"))
    item = services.organisations.get(school)
    services.organisations.update(school, replace(SCHOOL, note="改名前"), version=item.version)


def test_change_of_leader_is_named_by_history_and_undone(services, school, context):
    item = services.organisations.get(school)
    leaving = replace(NEW, until=PartialDate(2026, 9))
    changed = replace(SCHOOL, leaders=(leaving, OLD))
    services.organisations.update(school, changed, version=item.version)
    with context.db.reading() as connection:
        changes = history.of_subject(connection, f"organisation/{school}")
    said = {change.field: change.after for change in reversed(changes)}
    assert said["负责人卸任日期"] == "2026年9月"
    assert said["负责人电话"] == "138****5678"
    with pytest.raises(ConflictError):
        services.organisations.update(school, SCHOOL, version=item.version)
    services.history.undo()
    assert services.organisations.get(school).facts == SCHOOL


def test_removed_organisation_is_gone_with_its_leaders(services, school):
    services.organisations.remove(school)
    with pytest.raises(NotFoundError):
        services.organisations.get(school)
    services.history.undo()
    assert services.organisations.get(school).facts == SCHOOL


def test_names_are_offered_as_employers(services, school):
    assert services.residents.suggestions("employer", "小学") == ["西河小学"]
    assert services.residents.suggestions("occupation", "小学") == []


def test_list_is_printed_with_phones_hidden_unless_there_is_a_reason(services, school):
    every = OrganisationFilter()
    masked = services.organisations.register(every, "辖区单位名册", revealed=False)
    text = "".join(page_texts(services.registers.pdf(masked, across=True)))
    for said in (
        "辖区单位名册",
        "事业单位",
        "西河小学",
        "王建国校长",
        "138****5678",
        "0994-4825180",
    ):
        assert said in text.replace(" ", "")
    assert "李秀英" not in text
    full = services.organisations.register(every, "辖区单位名册", revealed=True)
    assert "13812345678" in "".join(
        page_texts(services.registers.pdf(full, across=True, reason="联系本人"))
    )
    assert services.history.events(1)[0].detail == {"行数": "1", "号码": "完整", "用途": "联系本人"}


def test_list_is_written_as_a_workbook(services, school, tmp_path):
    register = services.organisations.register(OrganisationFilter(), "名册", revealed=False)
    path = tmp_path / "名册.xlsx"
    services.registers.workbook(register, path)
    head, row = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    cells = dict(zip(head, row, strict=True))
    assert (cells["名称"], cells["统一社会信用代码"]) == ("西河小学", SCHOOL.credit_code)
