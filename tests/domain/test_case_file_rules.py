"""What a case's file is made of: the order of the list, what serves instead, what is missing."""

from dataclasses import replace

import pytest
from support.case_papers import leaking_case
from support.volumes import attachment, lines_of

from linli.domain.case_file_rules import (
    LONGEST_NAME,
    UNNUMBERED,
    FileLine,
    Numbered,
    check_file,
    clean_file,
    is_bound,
    leaves,
    missing_of,
    numbers_of,
    password_refusal,
)
from linli.domain.case_files import CaseFileDraft, Sides, too_large
from linli.domain.case_paper_rules import Need, shipped_rules, wanted_papers
from linli.domain.case_papers import PAPER, PaperKind, PaperRef
from linli.domain.cases import AgreementForm, Source

IDENTITY = attachment(1)


def kinds(lines):
    return [line.kind for line in lines]


def rules_with(**needs):
    """Return the shipped list with other needs, by kind."""
    return tuple(
        replace(rule, need=needs.get(rule.kind.value, rule.need)) for rule in shipped_rules()
    )


# ---- order and what is missing -------------------------------------------------------------


def test_the_file_begins_with_cover_and_contents_and_ends_with_the_back():
    found = kinds(lines_of(leaking_case(), [IDENTITY]))
    assert found[:2] == [PaperKind.COVER, PaperKind.CONTENTS]
    assert found[-1] is PaperKind.BACK
    order = [rule.kind for rule in shipped_rules()]
    assert [order.index(kind) for kind in found] == sorted(order.index(kind) for kind in found)


def test_without_a_proof_of_identity_it_is_missing():
    assert missing_of(lines_of(leaking_case())) == ["当事人身份证明（要添加扫描件）"]
    assert missing_of(lines_of(leaking_case(), [IDENTITY])) == []


def test_what_is_not_filled_in_is_named_with_its_fields():
    case = leaking_case(requests=())
    (missing,) = missing_of(lines_of(case, [IDENTITY]))
    assert missing == "人民调解申请书没有填：当事人申请事项"


def test_another_kind_serves_in_its_place():
    case = leaking_case(requests=())
    intake = attachment(2, PaperKind.INTAKE, name="受理登记表（签字件）")
    assert missing_of(lines_of(case, [IDENTITY, intake])) == []


def test_a_scan_stands_for_what_is_not_filled_in():
    case = leaking_case(requests=())
    scan = attachment(2, PaperKind.APPLICATION, name="申请书（签字件）", replaces=True)
    lines = lines_of(case, [IDENTITY, scan])
    assert missing_of(lines) == []
    assert [line.file for line in lines if line.kind is PaperKind.APPLICATION] == [scan]


def test_a_scan_of_one_meeting_stands_for_no_other():
    case = leaking_case()
    papers = [p for p in wanted_papers(case, shipped_rules()) if p.ref.kind is PaperKind.MEETING]
    scan = attachment(2, PaperKind.MEETING, replaces=True, subject=papers[1].ref.subject)
    lines = [x for x in lines_of(case, [IDENTITY, scan]) if x.kind is PaperKind.MEETING]
    assert [line.ref for line in lines] == [papers[0].ref, None]
    assert lines[1].whom == papers[1].whom


def test_an_attachment_without_a_document_keeps_the_place_of_its_kind():
    receipt = attachment(2, PaperKind.PERFORMANCE, name="收条")
    case = leaking_case(form=None)
    found = kinds(lines_of(case, [IDENTITY, receipt]))
    assert PaperKind.PERFORMANCE in found, "although nothing was agreed on"
    assert found.index(PaperKind.PERFORMANCE) < found.index(PaperKind.FOLLOW_UP)


@pytest.mark.parametrize(
    ("form", "there", "absent"),
    [
        (AgreementForm.WRITTEN, PaperKind.AGREEMENT, PaperKind.ORAL),
        (AgreementForm.ORAL, PaperKind.ORAL, PaperKind.AGREEMENT),
    ],
)
def test_of_two_agreements_only_the_one_that_was_made_is_bound(form, there, absent):
    found = kinds(lines_of(leaking_case(form=form), [IDENTITY]))
    assert there in found
    assert absent not in found


def test_who_did_not_apply_has_an_intake_form():
    found = kinds(lines_of(leaking_case(source=Source.ACTIVE), [IDENTITY]))
    assert PaperKind.INTAKE in found
    assert PaperKind.APPLICATION not in found


def test_optional_forms_are_bound_once_somebody_saved_them():
    remarks = PaperRef(kind=PaperKind.REMARKS)
    assert remarks.kind not in kinds(lines_of(leaking_case(), [IDENTITY]))
    lines = lines_of(leaking_case(), [IDENTITY], saved={remarks})
    (line,) = [each for each in lines if each.kind is PaperKind.REMARKS]
    assert line.ref == remarks
    assert line.unfilled == ("说明",)
    assert not line.missing, "it is not compulsory"


def test_what_the_hall_makes_compulsory_is_missed():
    rules = rules_with(remarks=Need.MUST, evidence=Need.MUST)
    missing = missing_of(lines_of(leaking_case(), [IDENTITY], rules=rules))
    assert any(each.startswith("卷宗情况说明没有填") for each in missing)


def test_what_the_hall_leaves_out_is_not_bound():
    rules = rules_with(follow_up=Need.LEFT_OUT, identity=Need.LEFT_OUT)
    lines = lines_of(leaking_case(), rules=rules)
    assert PaperKind.FOLLOW_UP not in kinds(lines)
    assert missing_of(lines) == []


def test_nothing_that_is_only_put_in_is_made():
    wanted = wanted_papers(leaking_case(), shipped_rules())
    assert not any(is_bound(each, {each.ref}) for each in wanted if each.attached)


# ---- numbers -------------------------------------------------------------------------------


def line_of(kind=PaperKind.EVIDENCE, **more):
    return FileLine(kind=kind, name=PAPER[kind], **more)


def test_numbers_run_on_over_what_has_none():
    lines = [
        *(line_of(PaperKind.COVER), line_of(PaperKind.CONTENTS), line_of()),
        *(line_of(is_loose=True), line_of(missing="缺"), line_of(), line_of(PaperKind.BACK)),
    ]
    found = [each.text for each in numbers_of(lines, [1, 3, 2, 1, 0, 1, 1])]
    assert found == ["", "", "1—2", "", "", "3", ""]
    assert Numbered(first=0, last=0).text == ""


def test_blank_backs_part_documents_of_an_odd_number_of_pages():
    assert list(leaves([1, 2], Sides.BOTH)) == [(0, 0), None, (1, 0), (1, 1)]
    assert list(leaves([1, 2], Sides.ONE)) == [(0, 0), (1, 0), (1, 1)]


# ---- what is typed -------------------------------------------------------------------------


def test_a_draft_is_tidied_and_named_after_its_kind():
    draft = clean_file(CaseFileDraft(kind=PaperKind.IDENTITY, name="  ", note=" 复 印  件 "))
    assert (draft.name, draft.note) == ("当事人身份证明", "复 印 件")
    assert check_file(draft) == []


@pytest.mark.parametrize("kind", sorted(UNNUMBERED))
def test_what_the_program_makes_is_not_put_in(kind):
    (problem,) = check_file(CaseFileDraft(kind=kind, name="封面"))
    assert problem.field == "kind"
    assert PAPER[kind] in problem.message


def test_a_name_that_is_too_long_says_how_long_it_is():
    (problem,) = check_file(CaseFileDraft(kind=PaperKind.EVIDENCE, name="名" * 70))
    assert f"有 70 个字，最多 {LONGEST_NAME} 个" in problem.message


@pytest.mark.parametrize(
    ("password", "is_fine"),
    [("12345678", True), ("西河卷宗二零二六", True), ("1234567", False), ("12345678 ", False)],
)
def test_a_password_for_a_copy(password, is_fine):
    assert (password_refusal(password) is None) is is_fine


def test_a_file_that_is_too_large_says_its_size():
    assert "「收条.pdf」有 73 MB，一个附件最大 50 MB" in too_large("收条.pdf", 73 * 1024 * 1024)
