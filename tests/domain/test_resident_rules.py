from datetime import date

import pytest
from support.people import make_document, make_draft, make_id, make_phone

from linli.domain.codes import code_table
from linli.domain.relations import HEAD_CODE, register_rank
from linli.domain.resident_rules import check_resident, completed
from linli.domain.residents import FloatingStay, Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument

TODAY = date(2026, 11, 23)


def problems(**facts):
    return {
        problem.field: problem.message for problem in check_resident(make_draft(**facts), TODAY)
    }


def legacy(sequence):
    """A 15-digit number of before 2000."""
    number = make_id(sequence=sequence)
    return IdentityDocument(kind=DocumentKind.LEGACY_15, number=number[:6] + number[8:17])


def test_a_plain_draft_has_no_problems():
    draft = completed(
        make_draft(
            phones=(make_phone(),),
            ethnicity_code="01",
            education_code="60",
            relation_code="02",
            floating=FloatingStay(
                arrived=PartialDate(2025, 3),
                reason_code="01",
                permit_expires=date(2027, 3, 1),
                landlord_phone="13800000001、0994-4839123",
            ),
        )
    )
    assert check_resident(draft, TODAY) == []


@pytest.mark.parametrize("unsaid", [Sex.UNKNOWN, Sex.UNSTATED])
def test_birth_and_sex_are_filled_from_the_number(unsaid):
    draft = completed(make_draft(sequence=124, sex=unsaid))
    assert draft.birth == PartialDate(1960, 5, 1)
    assert draft.sex is Sex.FEMALE


def test_what_the_clerk_entered_is_not_overwritten():
    draft = completed(make_draft(birth=PartialDate(1960, 5), sex=Sex.FEMALE, sequence=123))
    assert draft.birth == PartialDate(1960, 5)
    assert draft.sex is Sex.FEMALE


def test_a_wrong_number_fills_nothing():
    number = make_id()[:-1] + ("1" if make_id()[-1] != "1" else "2")
    draft = completed(make_draft(documents=(make_document(number),)))
    assert draft.birth is None
    assert draft.sex is Sex.UNKNOWN


def test_a_draft_is_brought_into_normal_form():
    document = make_document(f" {make_id().lower()} ")
    draft = completed(
        make_draft(
            "张 三",
            former_name=" ",
            documents=(document, make_document()),
            phones=(make_phone(), make_phone()),
            skills=("理发", " 理发", ""),
            occupation="  ",
            employer=" 供电 公司 ",
            note="第一行\n第二行 ",
        )
    )
    assert draft.name == "张三"
    assert draft.former_name is None
    assert draft.documents == (make_document(),)
    assert draft.phones == (make_phone(),)
    assert draft.skills == ("理发",)
    assert draft.occupation is None
    assert draft.employer == "供电 公司"
    assert draft.note == "第一行\n第二行"
    assert completed(draft) == draft


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "name"),
        ({"former_name": "张3"}, "former_name"),
        ({"documents": (make_document("1234"),)}, "documents"),
        ({"documents": (make_document(), make_document(sequence=125))}, "documents"),
        ({"documents": (legacy(123), legacy(125))}, "documents"),
        ({"birth": PartialDate(1961)}, "birth"),
        ({"birth": PartialDate(2027), "documents": ()}, "birth"),
        ({"birth": PartialDate(1890), "documents": ()}, "birth"),
        ({"sex": Sex.FEMALE}, "sex"),
        ({"phones": (make_phone("1380000"),)}, "phones"),
        ({"ethnicity_code": "77"}, "ethnicity_code"),
        ({"education_code": "77"}, "education_code"),
        ({"politics_code": "77"}, "politics_code"),
        ({"marriage_code": "77"}, "marriage_code"),
        ({"relation_code": "98"}, "relation_code"),
        ({"floating": FloatingStay(reason_code="77")}, "reason_code"),
        ({"floating": FloatingStay(housing_code="77")}, "housing_code"),
        ({"floating": FloatingStay(permit_code="77")}, "permit_code"),
        ({"floating": FloatingStay(landlord_phone="1380000")}, "landlord_phone"),
        ({"floating": FloatingStay(arrived=PartialDate(2027))}, "arrived"),
        (
            {
                "floating": FloatingStay(
                    arrived=PartialDate(2025, 3, 2), permit_expires=date(2025, 3, 1)
                )
            },
            "permit_expires",
        ),
        (
            {
                "floating": FloatingStay(
                    arrived=PartialDate(2025, 3, 2), expected_leave=date(2025, 3, 1)
                )
            },
            "expected_leave",
        ),
    ],
)
def test_a_broken_rule_is_told_beside_its_field(facts, field):
    found = problems(**facts)
    assert list(found) == [field]
    assert "请" in found[field]


def test_births_and_sexes_that_agree_with_the_number_pass():
    assert problems(birth=PartialDate(1960, 5), sex=Sex.MALE) == {}
    assert problems(birth=PartialDate(1960, 5, 1), sex=Sex.UNSTATED) == {}


def test_the_last_day_that_a_rule_allows_is_allowed():
    assert problems(documents=(), birth=PartialDate.from_date(TODAY)) == {}
    assert problems(documents=(), birth=PartialDate(1896, 1, 1)) == {}
    today = PartialDate.from_date(TODAY)
    stay = FloatingStay(arrived=today, permit_expires=TODAY, expected_leave=TODAY)
    assert problems(floating=stay) == {}


def test_a_passport_beside_the_identity_card_is_fine():
    passport = IdentityDocument(kind=DocumentKind.PASSPORT, number="E12345678")
    assert problems(documents=(make_document(), passport)) == {}


def test_the_register_order_is_head_spouse_children_grandchildren_parents_others():
    relation = code_table("relation")
    order = ["户主", "配偶", "长子", "孙女", "母亲", "祖父", "妹妹", "侄子", "非亲属"]
    ranks = [register_rank(relation.code_of(word)) for word in order]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
    assert register_rank(relation.code_of("儿媳")) == register_rank(relation.code_of("长子"))
    assert register_rank(None) == register_rank("99")
    assert relation.code_of("户主") == HEAD_CODE
