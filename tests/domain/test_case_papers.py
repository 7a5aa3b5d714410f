"""Documents of cases: what each says, field by field, which are needed, and in which order."""

from dataclasses import replace
from datetime import date

import pytest
from support.case_papers import (
    COMMITTEE,
    COMPANY,
    DOTTED,
    ISSUER,
    RARE,
    agreement,
    leaking_case,
    taken,
    three_parties,
)

from linli.domain.case_flow import Stage, Step
from linli.domain.case_paper_agreements import PERFORMANCE_HEADS
from linli.domain.case_paper_bindings import CONTENTS_HEADS, contents_text
from linli.domain.case_paper_drafts import (
    PaperState,
    SavedPaper,
    changed_fields,
    check_texts,
    clean_texts,
    opened,
)
from linli.domain.case_paper_json import DamagedPaperError, paper_from_json, paper_to_json
from linli.domain.case_paper_records import EVIDENCE_HEADS
from linli.domain.case_paper_rules import (
    Need,
    PaperRule,
    check_rules,
    read_rules,
    shipped_rules,
    wanted_papers,
    write_rules,
)
from linli.domain.case_paper_texts import compose
from linli.domain.case_papers import (
    ATTACHED,
    PAPER,
    CasePaper,
    Listing,
    PaperKind,
    PaperRef,
    Signing,
    fields_of,
    missing_fields,
    table_rows,
    table_text,
    texts_of,
    with_texts,
)
from linli.domain.cases import AgreementForm, Level, Party, Side, Source

PERSON = ("姓名", "性别", "民族", "年龄", "职业或职务", "联系方式", "单位或住址")
FIELDS = {
    PaperKind.COVER: (
        *("卷名", "卷号", "人民调解员", "调解日期", "立卷人", "立卷日期", "保管期限", "备注"),
    ),
    PaperKind.CONTENTS: CONTENTS_HEADS,
    PaperKind.APPLICATION: (*PERSON, "纠纷简要情况陈述", "当事人申请事项", "签名、盖章或按指印"),
    PaperKind.INTAKE: (
        *("日期", "纠纷类型", "案件来源", "①当事人申请", "②主动调解", "纠纷简要情况"),
        *("登记人（签名）", "印章", "此表由人民调解委员会填写"),
    ),
    PaperKind.RIGHTS: ("第三条", "第四条", "第二十三条", "第二十四条", "第三十三条"),
    PaperKind.PROXY: ("委托人", "受托人", "委托权限", "委托期限"),
    PaperKind.INQUIRY: (
        *("时间", "地点", "参加人", "被调查人", "记录"),
        *("被调查人（签名", "调查人（签名）", "记录人（签名）"),
    ),
    PaperKind.EVIDENCE: EVIDENCE_HEADS,
    PaperKind.INVITATION: ("时间", "地点", "事由", "送达回执"),
    PaperKind.MEETING: (
        *("时间", "地点", "事由", "当事人", "参加人", "已向当事人告知", "调解记录", "调解结果"),
        *("人民调解员（签名）", "记录人（签名）"),
    ),
    PaperKind.AGREEMENT: (
        *("编号", *PERSON, "名称", "法定代表人", "纠纷主要事实、争议事项", "履行方式、时限"),
        *("一式四份", "人民调解员（签名）", "记录人（签名）", "印章", "2026年9月2日"),
    ),
    PaperKind.ORAL: (
        *("编号", *PERSON, "名称", "法定代表人", "协议内容", "履行方式、时限"),
        *("人民调解员（签名）", "记录人（签名）", "印章", "2026年9月2日"),
    ),
    PaperKind.PERFORMANCE: PERFORMANCE_HEADS,
    PaperKind.FOLLOW_UP: (
        *("当事人", "调解协议编号", "回访事由", "回访情况", "履行情况", "满意程度"),
        *("回访人（签名）", "2026年10月10日"),
    ),
    PaperKind.COURT: ("申请事项", "事实和理由", "第三十三条", "某某县人民法院"),
    PaperKind.TRANSFER: ("移交单位", "接收单位", "移交原因", "移交日期"),
    PaperKind.REMARKS: ("说明", "立卷人", "检查人", "立卷时间"),
    PaperKind.CLOSING: (
        *("卷号", "填表时间", "承办单位", "承办人", "受案时间", "结案时间", "当事人", "案件来源"),
        "纠纷简要事实",
    ),
    PaperKind.BACK: (),
}
"""What the forms ask for (standards of the judicial administration, 2010), by kind."""


def wanted(case):
    return wanted_papers(case, shipped_rules())


def paper_of(kind: PaperKind, case=None, number: int = 0) -> CasePaper:
    """Return a document of the case, of several the one with that number."""
    form = AgreementForm.ORAL if kind is PaperKind.ORAL else AgreementForm.WRITTEN
    case = case or leaking_case(form)
    refs = [each.ref for each in wanted(case) if each.ref.kind is kind]
    return compose(case, refs[number], ISSUER)


def said(paper: CasePaper) -> str:
    """Return whatever a document says, for searching."""
    return paper_to_json(paper)


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind not in ATTACHED])
def test_each_document_has_the_fields_of_its_form(kind):
    words = said(paper_of(kind))
    assert [field for field in FIELDS[kind] if field not in words] == []


def test_no_document_asks_for_a_fee():
    case = leaking_case()
    papers = [compose(case, each.ref, ISSUER) for each in wanted(case) if not each.attached]
    assert not any("费" in field.title for paper in papers for field in fields_of(paper))


def test_ages_are_those_of_the_documents_day():
    before, after = paper_of(PaperKind.APPLICATION), paper_of(PaperKind.AGREEMENT)
    assert texts_of(before)["party:1:age"] == "65"  # registered a month before the birthday
    assert texts_of(after)["party:1:age"] == "66"


def test_an_organisation_has_its_representative_and_no_age():
    texts = texts_of(paper_of(PaperKind.AGREEMENT))
    assert texts["party:3:name"] == COMPANY
    assert texts["party:3:head"] == "赵六"
    assert texts["party:3:post"] == "总经理"
    assert "party:3:age" not in texts


def test_an_agent_stands_with_his_party():
    assert texts_of(paper_of(PaperKind.AGREEMENT))["party:2:agent"] == "李四"


@pytest.mark.parametrize(
    ("parties", "copies"), [(2, "一式三份"), (3, "一式四份"), (10, "一式11份")]
)
def test_there_is_a_copy_for_each_party_and_one_more(parties, copies):
    people = tuple(
        Party(
            id=number, side=Side.APPLICANT if number == 1 else Side.RESPONDENT, name=f"张{number}"
        )
        for number in range(1, parties + 1)
    )
    paper = paper_of(PaperKind.AGREEMENT, leaking_case(parties=people))
    assert copies in texts_of(paper)["copies"]


def test_every_party_signs_in_a_column_of_its_own():
    paper = paper_of(PaperKind.AGREEMENT)
    (signing,) = (part for part in paper.parts if isinstance(part, Signing))
    assert [name for name in (RARE, DOTTED, COMPANY) if any(name in s for s in signing.labels)] == [
        RARE,
        DOTTED,
        COMPANY,
    ]
    assert len(signing.labels) == 5
    assert signing.labels[2] == f"被申请人（二） {COMPANY}（代表人签名、单位盖章）"
    assert signing.seal == f"{COMMITTEE}（印章）"


def test_only_applicants_sign_the_application():
    (signing,) = (p for p in paper_of(PaperKind.APPLICATION).parts if isinstance(p, Signing))
    assert signing.labels == (f"申请人 {RARE}（签名、盖章或按指印）",)


def test_those_who_took_part_are_only_who_was_invited():
    texts = texts_of(paper_of(PaperKind.MEETING))
    assert texts["present"] == "郑十"
    assert texts["parties"] == f"{RARE}、{DOTTED}"
    assert texts_of(paper_of(PaperKind.MEETING, number=1))["parties"] == "、".join(
        (RARE, DOTTED, COMPANY)
    )


def test_amounts_owed_are_said_in_figures_and_capitals():
    assert "3,000元（大写：叁仟元整）" in texts_of(paper_of(PaperKind.AGREEMENT))["performance"]


@pytest.mark.parametrize(
    ("source", "ticked"),
    [
        (Source.APPLIED, "■ ①"),
        (Source.ACTIVE, "■ ②"),
        (Source.SWEEP, "■ ②"),
        (Source.REFERRED, "■ ③"),
    ],
)
def test_the_register_form_ticks_how_the_case_came(source, ticked):
    text = texts_of(paper_of(PaperKind.INTAKE, leaking_case(source=source)))["source"]
    assert ticked in text
    assert text.count("■") == 1


def test_transfer_slips_say_from_whom_to_whom():
    up = texts_of(paper_of(PaperKind.TRANSFER))
    assert (up["giver"], up["taker"]) == (COMMITTEE, "西河街道综治中心")
    back = texts_of(paper_of(PaperKind.TRANSFER, number=1))
    assert (back["giver"], back["taker"]) == ("西河街道综治中心", COMMITTEE)
    assert "8月10日调解" in up["done"]
    assert "9月2日" not in up["done"]


def test_a_grid_hands_up_to_the_committee():
    case = leaking_case(first_level=Level.GRID)
    step = taken(
        *(3, Step.HAND_UP, date(2026, 8, 5), Stage.ACCEPTED),
        level=Level.COMMUNITY,
        reason="调解不成",
    )
    case = replace(case, steps=(*case.steps[:2], step))
    texts = texts_of(paper_of(PaperKind.TRANSFER, case))
    assert (texts["giver"], texts["taker"]) == ("第一网格", COMMITTEE)


def test_all_parties_apply_to_the_court_together():
    paper = paper_of(PaperKind.COURT)
    (signing,) = (part for part in paper.parts if isinstance(part, Signing))
    assert len(signing.labels) == 3
    assert "2026年9月2日起生效" in texts_of(paper)["reason"]


def test_identity_numbers_are_left_to_the_pen():
    assert texts_of(paper_of(PaperKind.PROXY))["agent-number"] == ""


# ---- which documents --------------------------------------------------------------------------


def test_there_is_one_document_for_each_meeting_agent_visit_and_step():
    names = [each.name for each in wanted(leaking_case())]
    assert names.count("人民调解记录（第一次）") == 1
    assert names.count("人民调解记录（第二次）") == 1
    assert names.count(PAPER[PaperKind.INQUIRY]) == 1
    assert names.count(PAPER[PaperKind.PROXY]) == 1
    assert sum(name.startswith("调解会通知") for name in names) == 6
    assert [name for name in names if name.startswith("移交单")] == ["移交单（一）", "移交单（二）"]


def needs(case):
    return {each.ref.kind: each.need for each in wanted(case)}


def test_an_application_or_the_register_form_is_needed():
    applied, found = needs(leaking_case()), needs(leaking_case(source=Source.SWEEP))
    assert (applied[PaperKind.APPLICATION], applied[PaperKind.INTAKE]) == (Need.MUST, Need.MAY)
    assert (found[PaperKind.APPLICATION], found[PaperKind.INTAKE]) == (Need.MAY, Need.MUST)


def test_the_agreement_follows_its_form_and_none_is_needed_without_one():
    assert PaperKind.ORAL not in needs(leaking_case())
    assert needs(leaking_case(AgreementForm.ORAL))[PaperKind.ORAL] is Need.MUST
    failed = needs(leaking_case(None))
    assert not {PaperKind.AGREEMENT, PaperKind.ORAL, PaperKind.COURT} & failed.keys()


def test_a_meeting_is_asked_for_after_an_agreement_only():
    assert PaperKind.MEETING in needs(replace(leaking_case(), meetings=()))
    assert PaperKind.MEETING not in needs(replace(leaking_case(None), meetings=()))


def test_cover_and_contents_come_first_and_the_back_last():
    kinds = [each.ref.kind for each in wanted(leaking_case())]
    assert kinds[:2] == [PaperKind.COVER, PaperKind.CONTENTS]
    assert kinds[-1] is PaperKind.BACK


def test_every_kind_stands_in_the_list_that_is_shipped():
    assert {rule.kind for rule in shipped_rules()} == set(PaperKind)
    assert check_rules(shipped_rules()) == []


def test_the_halls_own_list_is_kept_and_read():
    rules = list(shipped_rules())
    rules[5], rules[6] = rules[6], replace(rules[5], need=Need.MAY)
    assert read_rules(write_rules(rules)) == tuple(rules)


def test_a_kind_that_an_old_list_does_not_know_keeps_its_place():
    kept = [row for row in write_rules(shipped_rules()) if row["kind"] != "transfer"]
    assert read_rules(kept) == shipped_rules()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rules: rules[1:],
        lambda rules: [rules[1], rules[0], *rules[2:]],
        lambda rules: [*rules[:-2], rules[-1], rules[-2]],
        lambda rules: [PaperRule(kind=rules[0].kind, need=Need.MAY), *rules[1:]],
    ],
)
def test_a_list_without_its_fixed_parts_is_refused(spoil):
    assert check_rules(spoil(list(shipped_rules())))


# ---- texts and drafts --------------------------------------------------------------------------


def test_every_field_can_be_said_otherwise():
    for kind in PaperKind:
        if kind not in ATTACHED:
            paper = paper_of(kind)
            other = {key: f"甲{number}" for number, key in enumerate(texts_of(paper))}
            assert texts_of(with_texts(paper, other)) == other


def test_keys_are_given_once_in_a_document():
    for kind in PaperKind:
        if kind not in ATTACHED:
            keys = [field.key for field in fields_of(paper_of(kind))]
            assert len(keys) == len(set(keys)), kind


def test_a_document_outlives_being_kept_as_json():
    for kind in PaperKind:
        if kind not in ATTACHED:
            paper = paper_of(kind)
            assert paper_from_json(paper_to_json(paper)) == paper


@pytest.mark.parametrize("text", ["", "{}", '{"form": 2, "paper": {}}', '{"form": 1, "paper": 3}'])
def test_damaged_json_is_refused(text):
    with pytest.raises(DamagedPaperError):
        paper_from_json(text)


def test_what_is_empty_and_compulsory_is_named():
    paper = with_texts(paper_of(PaperKind.AGREEMENT), {"terms": " ", "party:2:name": ""})
    assert [field.key for field in missing_fields(paper)] == ["party:2:name", "terms"]


def test_the_contents_take_names_pages_and_notes():
    text = contents_text([("人民调解申请书", "1—2", ""), ("身份证明", "3", "复印件")])
    assert table_rows(text, 4) == [
        ("1", "人民调解申请书", "1—2", ""),
        ("2", "身份证明", "3", "复印件"),
    ]


def test_rows_of_a_table_have_all_cells():
    assert table_rows("1｜照片\n\n2｜收据｜张三｜1｜本人｜多", 5) == [
        ("1", "照片", "", "", ""),
        ("2", "收据", "张三", "1", "本人｜多"),
    ]
    assert table_text([("1", "两\n行")]) == "1｜两 行"


def kept(paper, **texts):
    bases = texts_of(paper)
    return SavedPaper(
        *(),
        id=1,
        version=1,
        ref=paper.ref,
        revision=1,
        state=PaperState.DRAFT,
        texts=bases | texts,
        bases=bases,
    )


def test_a_draft_tells_what_the_case_says_otherwise_by_now():
    draft = kept(paper_of(PaperKind.MEETING), place="物业办公室")
    case = leaking_case()
    moved = replace(case.meetings[1], place="综治中心", result="双方同意再谈。")
    fresh = compose(
        replace(case, meetings=(case.meetings[0], moved, case.meetings[2])), draft.ref, ISSUER
    )
    changed = {each.key: (each.text, each.fresh) for each in changed_fields(fresh, draft)}
    assert changed == {
        "place": ("物业办公室", "综治中心"),
        "result": ("物业未到场，另行通知。", "双方同意再谈。"),
    }
    shown = opened(fresh, draft)
    assert texts_of(shown.paper)["place"] == "物业办公室"
    assert shown.bases["place"] == "社区调解室"


def test_what_the_clerk_wrote_himself_is_no_change_of_the_case():
    paper = paper_of(PaperKind.MEETING)
    assert changed_fields(paper, kept(paper, place="物业办公室")) == ()


@pytest.mark.parametrize("kind", [PaperKind.INVITATION, PaperKind.COVER, PaperKind.REMARKS])
def test_another_day_and_another_clerk_change_no_draft(kind):
    case = replace(leaking_case(), steps=leaking_case().steps[:4])
    ref = next(each.ref for each in wanted(case) if each.ref.kind is kind)
    early = replace(ISSUER, today=date(2026, 8, 1))
    later = replace(ISSUER, today=date(2026, 8, 3), account="马力")
    draft = kept(compose(case, ref, early))
    assert texts_of(compose(case, ref, later)) != draft.texts
    assert changed_fields(compose(case, ref, later), draft) == ()


def test_a_party_who_came_later_is_in_the_opened_draft():
    case = leaking_case(parties=three_parties()[:2])
    ref = PaperRef(kind=PaperKind.AGREEMENT)
    draft = kept(compose(case, ref, ISSUER))
    shown = opened(compose(leaking_case(), ref, ISSUER), draft)
    assert texts_of(shown.paper)["party:3:name"] == COMPANY
    assert "一式三份" in texts_of(shown.paper)["copies"]
    assert [each.title for each in shown.changed] == ["份数"]


def test_texts_are_kept_without_blanks_around_their_lines():
    paper = paper_of(PaperKind.MEETING)
    assert clean_texts(paper, {"record": " 一\r\n  二 \n", "nobody": "x"})["record"] == "一\n二"


def test_a_text_without_end_is_refused():
    paper = with_texts(paper_of(PaperKind.MEETING), {"record": "字" * 20_001})
    (problem,) = check_texts(paper)
    assert problem.field == "record"
    assert "20,001" in problem.message


def test_lists_have_as_many_shares_as_heads():
    for kind in (PaperKind.CONTENTS, PaperKind.EVIDENCE, PaperKind.PERFORMANCE):
        for part in paper_of(kind).parts:
            if isinstance(part, Listing):
                assert len(part.shares) == len(part.heads)


def test_an_oral_agreement_says_the_same():
    texts = texts_of(paper_of(PaperKind.ORAL))
    assert texts["facts"] == agreement().facts
    assert DOTTED in texts["terms"]
