"""Documents of cases on A4: every field is there, forms grow, signatures never stand alone."""

from dataclasses import replace

import pytest
from support.cards import page_texts
from support.case_papers import COMPANY, DOTTED, ISSUER, RARE, leaking_case
from support.notice_pages import read_notice
from support.volumes import texts as page_lines

from linli.domain.case_paper_rules import shipped_rules, wanted_papers
from linli.domain.case_paper_texts import compose
from linli.domain.case_papers import (
    ATTACHED,
    CasePaper,
    Form,
    Listing,
    PaperKind,
    PaperRef,
    Signing,
    fields_of,
    table_text,
    with_texts,
)
from linli.domain.cases import AgreementForm, Party, Side
from linli.domain.registers import UnprintableTextError
from linli.errors import InvalidInput
from linli.printing.case_papers.layout import lay_paper
from linli.printing.case_papers.render import (
    draw_laid,
    draw_papers,
    find_unprintable,
    used_characters,
)
from linli.printing.fonts import FontLibrary, default_library

LEFT, RIGHT, TOP, BOTTOM = 28.0, 188.0, 26.0, 273.0  # mm
LONG = "双方就防水层破损的责任各执一词，调解员逐项核对照片、收据和证人的话。"


def paper_of(kind: PaperKind, case=None, **texts: str) -> CasePaper:
    """Return the first document of a kind, some fields of it said otherwise."""
    form = AgreementForm.ORAL if kind is PaperKind.ORAL else AgreementForm.WRITTEN
    case = case or leaking_case(form)
    refs = [each.ref for each in wanted_papers(case, shipped_rules()) if each.ref.kind is kind]
    return with_texts(compose(case, refs[0], ISSUER), texts)


def filled(paper: CasePaper) -> CasePaper:
    """Return the paper with something in each field that is empty and compulsory."""
    texts = {field.key: "已填写" for field in fields_of(paper) if not field.text}
    for part in paper.parts:
        if isinstance(part, Listing) and not part.field.text:
            texts[part.field.key] = table_text([("1", "照片", "张三", "2", "本人提供")])
    return with_texts(paper, texts)


def texts(paper: CasePaper, **how) -> list[str]:
    return page_texts(draw_papers([paper], **how))


def flat(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind not in ATTACHED])
def test_every_field_and_its_title_is_on_paper(kind):
    paper = filled(paper_of(kind))
    shown = flat("".join(texts(paper)))
    titles = [field.title for field in fields_of(paper) if not _untitled(paper, field.key)]
    assert [title for title in titles if flat(title) not in shown] == []
    said = [
        line for field in fields_of(paper) for line in field.text.replace("｜", "\n").split("\n")
    ]
    assert [line for line in said if flat(line) not in shown] == []


def _untitled(paper: CasePaper, key: str) -> bool:
    """Whether the label of a field is not printed: prose without heading, the day, a table."""
    for part in paper.parts:
        if isinstance(part, Signing) and part.day is not None and part.day.key == key:
            return True
        if isinstance(part, Listing) and part.field.key == key:
            return True
        if getattr(part, "headed", True) is False and part.field.key == key:
            return True
        if isinstance(part, Form):
            labels = {flat(cell.text) for row in part.rows for cell in row.cells}
            own = [c.field for r in part.rows for c in r.cells if c.field and c.field.key == key]
            if own and flat(own[0].title) in labels:
                return False
    return False


def test_names_with_rare_characters_and_dots_can_be_read_back():
    shown = flat("".join(texts(paper_of(PaperKind.AGREEMENT))))
    for name in (RARE, DOTTED, COMPANY):
        assert name in shown


def test_the_fonts_that_are_shipped_draw_every_form():
    shipped = FontLibrary(folders=[])
    for kind in PaperKind:
        if kind not in ATTACHED:
            assert find_unprintable([paper_of(kind)], shipped) == []
            assert draw_papers([paper_of(kind)], draft=True, library=shipped)


def test_all_kinds_of_three_parties_fit_on_few_pages():
    case = leaking_case()
    for each in wanted_papers(case, shipped_rules()):
        if not each.attached:
            laid = lay_paper(compose(case, each.ref, ISSUER), default_library())
            assert len(laid.pages) <= 2, each.name


def test_long_facts_go_on_over_pages_within_the_margins():
    paper = paper_of(PaperKind.MEETING, record="\n".join([LONG] * 60))
    pages = read_notice(draw_papers([paper]))
    assert len(pages) >= 4
    assert "第1页，共" in flat(pages[0].text)
    assert "".join(page.text for page in pages).count("逐项核对照片") == 60
    for page in pages:
        body = [row for row in page.rows if row.top < BOTTOM]
        assert min(row.top for row in body) == pytest.approx(TOP, abs=0.5)
        assert min(row.ink_left for row in body) >= LEFT - 0.5
        assert max(row.ink_right for row in body) <= RIGHT + 0.5
        assert max(row.bottom for row in body) <= BOTTOM + 0.5


def test_a_form_grows_over_pages_within_the_margins():
    paper = paper_of(PaperKind.INTAKE, summary="\n".join([LONG] * 50))
    pages = read_notice(draw_papers([paper]))
    assert len(pages) >= 3
    assert "".join(page.text for page in pages).count("逐项核对照片") == 50
    for page in pages[:-1]:
        assert min(rule.left for rule in page.rules) == pytest.approx(LEFT, abs=0.5)
        assert max(rule.right for rule in page.rules) == pytest.approx(RIGHT, abs=0.5)
        assert max(rule.y for rule in page.rules) <= BOTTOM + 0.5
        assert {round(rule.width, 2) for rule in page.rules} == {0.5}


def test_where_the_file_puts_its_page_number_nothing_stands():
    case = leaking_case()
    papers = [
        compose(case, each.ref, ISSUER)
        for each in wanted_papers(case, shipped_rules())
        if not each.attached
    ]
    for page in read_notice(draw_papers(papers, draft=True)):
        upper = [row for row in page.rows if row.top < TOP - 0.5 and "草稿" not in row.text]
        assert upper == []


def test_the_head_of_a_list_is_repeated():
    rows = [(str(n), f"第{n}张照片", "张三", "1", "本人") for n in range(1, 61)]
    pages = texts(paper_of(PaperKind.EVIDENCE, items=table_text(rows)), draft=True)
    assert len(pages) >= 2
    for page in pages:
        if "张照片" in page:
            assert "序号名称提供人页数来源" in flat(page)


@pytest.mark.parametrize("lines", range(14, 34))
def test_a_signature_stands_whole_on_a_page_with_text(lines):
    paper = paper_of(PaperKind.MEETING, record="\n".join(f"第{n}句话。" for n in range(lines)))
    signed = [page for page in texts(paper) if "记录人（签名）" in flat(page)]
    (last,) = signed
    assert "2026年8月10日" in flat(last)
    assert f"申请人{RARE}" in flat(last)
    assert "句话" in last or "物业未到场" in last


def many_parties(count):
    return tuple(
        Party(
            id=number,
            side=Side.APPLICANT if number == 1 else Side.RESPONDENT,
            name=f"{DOTTED}·{'长' * (number % 7)}名{number}",
            address="西河社区和平苑3栋1单元401室" * (1 + number % 3),
        )
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize("kind", [PaperKind.AGREEMENT, PaperKind.INTAKE, PaperKind.RIGHTS])
@pytest.mark.parametrize("count", [12, 40])
def test_any_number_of_parties_sign_within_the_margins(kind, count):
    pages = read_notice(draw_papers([paper_of(kind, leaking_case(parties=many_parties(count)))]))
    shown = flat("".join(page.text for page in pages))
    for party in many_parties(count):
        assert party.name in shown
    for page in pages:
        body = [row for row in page.rows if row.top < BOTTOM]
        assert max(row.bottom for row in body) <= BOTTOM + 0.5
        assert max(row.ink_right for row in body) <= RIGHT + 0.5


def test_blank_room_is_pressed_together_before_another_page_is_begun():
    roomy = lay_paper(paper_of(PaperKind.APPLICATION, leaking_case(parties=())), default_library())
    tight = lay_paper(paper_of(PaperKind.APPLICATION), default_library())
    assert len(roomy.pages) == len(tight.pages) == 1


def test_the_name_of_who_signs_is_not_parted_where_it_has_a_line_of_its_own():
    case = leaking_case()
    applicant, *_, company = case.facts.parties
    parties = (applicant, replace(company, name="西河安居物业服务有限公司"))
    case = replace(case, facts=replace(case.facts, parties=parties))
    content = draw_papers([filled(paper_of(PaperKind.RIGHTS, case))])
    assert parties[1].name in [line.strip() for line in page_lines(content)[-1].splitlines()]


def test_what_is_empty_and_compulsory_refuses_the_final_paper():
    paper = paper_of(PaperKind.AGREEMENT, terms="")
    with pytest.raises(InvalidInput, match="协议内容"):
        draw_papers([paper])


def test_a_draft_has_lines_to_write_on_and_says_so():
    paper = paper_of(PaperKind.MEETING, record="", place="")
    (page,) = read_notice(draw_papers([paper], draft=True))
    assert "草稿" in page.text
    assert len([rule for rule in page.rules if rule.right - rule.left > 155]) >= 4
    assert "草稿" not in "".join(texts(paper_of(PaperKind.MEETING)))


def test_a_character_that_no_font_draws_is_named():
    paper = paper_of(PaperKind.MEETING, record="张\ue000")
    with pytest.raises(UnprintableTextError, match="U\\+E000"):
        draw_papers([paper])


def test_the_same_documents_give_the_same_archive_copy():
    papers = [paper_of(PaperKind.AGREEMENT), paper_of(PaperKind.RIGHTS)]
    content = draw_papers(papers, document_title="调解文书")
    assert content == draw_papers(papers, document_title="调解文书")
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert RARE.encode() not in content


def test_a_document_can_be_drawn_into_a_larger_one():
    from linli.domain.paper import A4
    from linli.printing.canvas import Page
    from linli.printing.type0 import EmbeddedFonts

    library = default_library()
    laid = [lay_paper(paper_of(kind), library) for kind in (PaperKind.RIGHTS, PaperKind.BACK)]
    page = Page("卷宗", EmbeddedFonts(used_characters(laid, library)), A4.width, A4.height)
    begun = []

    def begin() -> None:
        if begun:
            page.next_page(A4.width, A4.height)
        begun.append(len(begun) + 1)

    counts = [draw_laid(page, each, library, begin) for each in laid]
    assert counts == [len(each.pages) for each in laid]
    assert len(page_texts(page.finish())) == sum(counts) == len(begun)


def test_title_and_text_have_the_sizes_of_official_papers():
    (page, *_) = read_notice(draw_papers([paper_of(PaperKind.INQUIRY)]))
    title = page.row("人民调解调查记录")
    assert title.size == pytest.approx(22, abs=0.1)
    assert title.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    assert title.top == pytest.approx(TOP, abs=0.5)
    assert page.row("答：七月初").size == pytest.approx(16, abs=0.1)


def test_a_case_without_facts_can_be_printed_to_fill_in_by_hand():
    bare = replace(leaking_case(summary="", requests=()), meetings=(), follow_ups=())
    for kind in (PaperKind.APPLICATION, PaperKind.INTAKE, PaperKind.REMARKS):
        paper = compose(bare, PaperRef(kind=kind), ISSUER)
        assert draw_papers([paper], draft=True)
