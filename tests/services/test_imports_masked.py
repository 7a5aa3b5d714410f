"""A list that left masked comes back: nothing true is lost, and nothing masked enters."""

import openpyxl
import pytest
from support.merging import differences, everything
from support.people import make_document, make_draft, make_id, make_phone
from support.sheets import save_xlsx

from linli.domain.imports import Choice, SetAsideReason
from linli.domain.residents import (
    FloatingStay,
    HomeDraft,
    HouseholdDraft,
    ResidentFilter,
)
from linli.domain.values.addresses import Address
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.domain.values.masking import Masks, choices
from linli.services.container import Services

HEAD = ("户号", "楼栋", "单元", "房号", "姓名", "与户主关系", "身份证号", "联系电话", "文化程度")
ZHANG, LI = make_id(sequence=1), make_id(sequence=2)
HOME = Address(building="2号楼", unit="1单元", room="301")


@pytest.fixture
def couple(services: Services) -> tuple[int, int]:
    """张三 and 李四 of household 01, with all that a masked list masks."""
    head, _ = services.residents.add(
        make_draft(
            "张三",
            documents=(
                make_document(ZHANG),
                IdentityDocument(kind=DocumentKind.PASSPORT, number="E12345678"),
            ),
            phones=(make_phone("13812345678"),),
            relation_code="02",
            note="女儿 139 1234 5678；电话 0994-4825180",
            care_tags=("独居老人", "信访重点"),
            floating=FloatingStay(
                origin="醴陵市", landlord_phone="13900000000", permit_number=make_id(sequence=9)
            ),
        ),
        HomeDraft(address=HOME, new_household=HouseholdDraft(number="01")),
    )
    household = services.residents.get(head).facts.household_id
    wife, _ = services.residents.add(
        make_draft(
            "李四",
            documents=(),
            phones=(make_phone("13700001111"),),
            relation_code="10",
            household_id=household,
        )
    )
    return head, wife


def bring(services: Services, path, choose: Choice = Choice.THEIRS):
    """Import a file; of each difference the workbook's value is taken, which is the worst case."""
    source = services.imports.open(path)
    plan = services.imports.plan(source)
    tried = services.imports.dry_run(source, plan)
    decisions = {difference.key: choose for difference in tried.differences}
    outcome, _ = services.imports.run(source, plan, decisions)
    assert outcome.rows == outcome.added + outcome.joined + outcome.set_aside
    return outcome


def enter(services: Services, folder, *rows: tuple[str, ...]):
    return bring(services, save_xlsx(folder / "名册.xlsx", {"一": [HEAD, *rows]}))


@pytest.mark.parametrize("digits", choices("document"))
def test_an_export_with_masked_numbers_comes_back_without_a_loss(
    services: Services, couple, tmp_path, digits
) -> None:
    services.masking.save(Masks(document=digits, mobile=(3, 2)), 60)
    path = tmp_path / "名册.xlsx"
    services.exports.residents(path, ResidentFilter())
    assert any("*" in str(c.value) for row in openpyxl.load_workbook(path).active for c in row)
    before = everything(services)
    outcome = bring(services, path)
    assert (outcome.added, outcome.joined, outcome.unmasked) == (0, 2, 1)
    changed = differences(before, everything(services))
    assert {table for table in changed if "setting" not in str(table)} == set()


def test_a_hidden_number_leads_to_its_person_and_the_rest_is_filled_in(
    services: Services, couple, tmp_path
) -> None:
    shown = Masks().show_document(ZHANG)
    outcome = enter(services, tmp_path, ("", "", "", "", "张三", "", shown, "138****5678", "大专"))
    assert (outcome.joined, outcome.unmasked) == (1, 1)
    facts = services.residents.get(couple[0]).facts
    assert facts.education_code is not None
    assert facts.documents[0].number == ZHANG
    assert [phone.number for phone in facts.phones] == ["13812345678"]
    assert "*" not in (facts.note or "")


def test_who_is_not_in_the_ledger_is_set_aside(services: Services, couple, tmp_path) -> None:
    other = Masks().show_document(make_id(sequence=8))
    outcome = enter(services, tmp_path, ("02", "", "", "", "张三", "", other, "", ""))
    (problem,) = outcome.problems
    assert problem.reason is SetAsideReason.MASKED
    assert other in problem.message
    assert "没有对得上的人" in problem.message


def test_few_digits_and_a_common_name_are_not_enough(services: Services, couple, tmp_path) -> None:
    shown = Masks(document=(1, 1)).show_document(ZHANG)
    outcome = enter(
        services,
        tmp_path,
        ("", "", "", "", "张三", "", shown, "", ""),
        ("01", "2号楼", "1单元", "301", "张三", "户主", shown, "", ""),
    )
    assert (outcome.joined, outcome.set_aside) == (1, 1)


def test_a_masked_name_is_found_by_the_household(services: Services, couple, tmp_path) -> None:
    place = ("01", "2号楼", "1单元", "301")
    outcome = enter(
        services,
        tmp_path,
        (*place, "张*", "户主", Masks().show_document(ZHANG), "", ""),
        (*place, "李*", "配偶", "", "137****1111", ""),
        (*place, "王*", "其他", "", "", ""),
        ("", "", "", "", "张*", "", ZHANG, "", ""),
    )
    assert (outcome.added, outcome.joined, outcome.set_aside) == (0, 3, 1)
    assert services.residents.get(couple[0]).facts.name == "张三"
    assert services.residents.get(couple[1]).facts.name == "李四"


def test_somebody_new_is_entered_without_their_masked_phone(
    services: Services, couple, tmp_path
) -> None:
    outcome = enter(services, tmp_path, ("", "", "", "", "王五", "", LI, "139****0000", ""))
    assert outcome.added == 1
    (warning,) = outcome.warnings
    assert "遮盖过的" in warning.message
    (found,) = services.residents.find("王五")
    facts = services.residents.get(found.id).facts
    assert (facts.phones, facts.note) == ((), None)


def test_one_person_entered_twice_with_15_and_18_digits_comes_back_as_two(
    services: Services, tmp_path
) -> None:
    """Each row goes to the record that has its number, not to the other one."""
    old = IdentityDocument(kind=DocumentKind.LEGACY_15, number=f"{ZHANG[:6]}{ZHANG[8:17]}")
    for document in (make_document(ZHANG), old):
        services.residents.add(make_draft("张三", documents=(document,)))
    before = everything(services)
    for masked in (True, False):
        path = tmp_path / f"{masked}.xlsx"
        reason = None if masked else "核对"
        services.exports.residents(path, ResidentFilter(), masked=masked, reason=reason)
        outcome = bring(services, path)
        assert (outcome.added, outcome.joined) == (0, 2)
    assert differences(before, everything(services)).keys() <= {"setting"}
