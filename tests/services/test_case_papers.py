"""Documents of a case: drafts, what changed since, issuing, versions, printing, the hall's list."""

from dataclasses import replace
from datetime import date

import pytest
from support import scans
from support.cards import page_texts
from support.cases import AGREEMENT, COMPANY, MEETING, RARE, agreed, register, take
from support.ledgers import PASSWORD
from support.people import make_document, make_id

from linli.domain.accounts import Actor, Role
from linli.domain.case_files import CaseFileDraft, Incoming
from linli.domain.case_flow import Step
from linli.domain.case_paper_drafts import PaperState
from linli.domain.case_paper_rules import Need, PaperSetup, shipped_rules
from linli.domain.case_papers import PaperKind, PaperRef, texts_of
from linli.domain.cases import Party, Side
from linli.domain.erasures import Ground
from linli.domain.registers import UnprintableTextError
from linli.domain.residents import ResidentDraft
from linli.errors import (
    ConflictError,
    InvalidInput,
    NotAllowedError,
    NotFoundError,
    UserError,
)
from linli.services.container import open_services
from linli.services.ledger import verify

PACT = PaperRef(kind=PaperKind.AGREEMENT)


@pytest.fixture
def case(services):
    """A case whose parties have agreed."""
    return agreed(services)


@pytest.fixture
def papers(services):
    return services.case_papers


def line_of(papers, case, kind):
    return next(each for each in papers.lines(case.id) if each.wanted.ref.kind is kind)


def person_case(services):
    """Return a resident who is a party to an accepted case, and the case."""
    person = ResidentDraft(name="赵𬱖", documents=(make_document(make_id()),))
    resident_id, _ = services.residents.add(person)
    case = register(services)
    party = Party(side=Side.OTHER, name="赵𬱖", resident_id=resident_id)
    facts = replace(case.facts, parties=(*case.facts.parties, party))
    services.cases.update(case.id, facts, version=case.version)
    case = services.cases.get(case.id)
    return resident_id, take(services, case, Step.ACCEPT, date(2026, 8, 5))


def names(papers, case):
    return [each.wanted.name for each in papers.lines(case.id)]


def issue(papers, case, ref=PACT, **texts):
    paper = papers.open(case.id, ref)
    said = texts_of(paper.paper) | texts
    draft = paper.draft
    return papers.issue(
        case.id,
        ref,
        said,
        paper.bases,
        version=draft.version if draft else None,
        reason="写错了" if paper.issued else "",
    )


def test_documents_are_filled_from_the_case(papers, case):
    texts = texts_of(papers.open(case.id, PACT).paper)
    assert texts["number"] == str(case.number)
    assert texts["facts"] == AGREEMENT.facts
    assert RARE.name in texts.values()


def test_a_draft_is_saved_undone_and_opened_again(papers, case, services):
    said = papers.open(case.id, PACT)
    papers.save_draft(case.id, PACT, texts_of(said.paper) | {"terms": "另行约定。"}, said.bases)
    assert texts_of(papers.open(case.id, PACT).paper)["terms"] == "另行约定。"
    assert line_of(papers, case, PaperKind.AGREEMENT).draft is not None
    services.history.undo()
    assert line_of(papers, case, PaperKind.AGREEMENT).draft is None


def test_a_draft_that_somebody_changed_is_not_written_over(papers, case):
    said = papers.open(case.id, PACT)
    papers.save_draft(case.id, PACT, texts_of(said.paper), said.bases)
    papers.save_draft(
        case.id, PACT, texts_of(said.paper) | {"terms": "新的。"}, said.bases, version=1
    )
    with pytest.raises(ConflictError):
        papers.save_draft(case.id, PACT, texts_of(said.paper), said.bases, version=1)


def test_what_the_case_says_otherwise_since_is_told_and_may_be_taken_over(papers, case, services):
    said = papers.open(case.id, PACT)
    papers.save_draft(case.id, PACT, texts_of(said.paper), said.bases)
    other = replace(AGREEMENT, facts="楼顶漏水，物业负全部责任。")
    services.cases.save_agreement(case.id, other, version=case.version)
    assert line_of(papers, case, PaperKind.AGREEMENT).changed == ("纠纷主要事实、争议事项",)
    changed = papers.open(case.id, PACT)
    (one,) = changed.changed
    assert one.fresh == other.facts
    texts = texts_of(changed.paper) | {one.key: one.fresh}
    papers.save_draft(
        *(case.id, PACT, texts, dict(changed.bases) | {one.key: one.fresh}),
        version=changed.draft.version,
    )
    assert papers.open(case.id, PACT).changed == ()


def test_an_issued_document_stays_as_it_was(papers, case, services):
    issue(papers, case)
    services.cases.save_agreement(
        case.id,
        replace(AGREEMENT, facts="改过的事实。"),
        version=services.cases.get(case.id).version,
    )
    line = line_of(papers, case, PaperKind.AGREEMENT)
    assert line.issued is not None
    assert line.changed == ("纠纷主要事实、争议事项",)
    shown = "".join(page_texts(papers.pdf(case.id, [PACT])))
    assert "改过的事实" not in shown
    assert "草稿" not in shown


def test_issuing_cannot_be_undone(papers, case, services):
    issue(papers, case)
    undo = services.history.state().undo
    assert undo is None or "出具" not in undo.action
    assert papers.versions(case.id, PACT)[0].state is PaperState.ISSUED


def test_a_correction_makes_another_version_and_keeps_the_first(papers, case):
    issue(papers, case)
    first = papers.versions(case.id, PACT)[0]
    said = papers.open(case.id, PACT)
    with pytest.raises(InvalidInput, match="为什么更正"):
        papers.issue(case.id, PACT, texts_of(said.paper), said.bases)
    issue(papers, case, terms="物业在9月底前修好。")
    new, old = papers.versions(case.id, PACT)
    assert (new.revision, old.revision) == (2, 1)
    assert old.paper == first.paper
    assert new.reason == "写错了"
    assert "9月底前" in "".join(page_texts(papers.version_pdf(case.id, new.id)))
    assert "9月底前" not in "".join(page_texts(papers.version_pdf(case.id, old.id)))


def test_what_is_compulsory_and_empty_is_not_issued(papers, case):
    with pytest.raises(InvalidInput, match="协议内容"):
        issue(papers, case, terms="")
    assert papers.versions(case.id, PACT) == []


def test_a_character_that_no_font_draws_is_not_issued(papers, case):
    with pytest.raises(UnprintableTextError):
        issue(papers, case, terms="张\ue000")


def test_a_discarded_draft_is_filled_from_the_case_again(papers, case):
    said = papers.open(case.id, PACT)
    papers.save_draft(case.id, PACT, texts_of(said.paper) | {"terms": "不要了。"}, said.bases)
    papers.discard_draft(case.id, PACT)
    assert "不要了" not in texts_of(papers.open(case.id, PACT).paper)["terms"]
    with pytest.raises(UserError, match="没有草稿"):
        papers.discard_draft(case.id, PACT)


def test_a_draft_prints_as_a_draft_even_of_an_issued_document(papers, case):
    issue(papers, case)
    assert "草稿" in "".join(page_texts(papers.draft_pdf(case.id, PACT)))


def test_several_documents_print_as_one(papers, case):
    refs = [each.wanted.ref for each in papers.current(case.id)]
    pages = page_texts(papers.pdf(case.id, refs))
    assert len(pages) >= len(refs)
    assert all("草稿" in page for page in pages)


def test_printing_leaves_a_trace_that_names_nobody(papers, case, services):
    papers.pdf(case.id, [PACT])
    event = services.history.events()[0]
    assert event.action == "打印调解文书"
    assert COMPANY.name not in f"{event.subject}{event.detail}"


def test_another_document_that_serves_counts(papers, case):
    issue(papers, case, PaperRef(kind=PaperKind.INTAKE))
    assert line_of(papers, case, PaperKind.APPLICATION).served


def test_what_stands_for_a_file_is_issued_else_drafted_else_fresh(papers, case):
    issue(papers, case)
    current = {each.wanted.ref.kind: each for each in papers.current(case.id)}
    assert current[PaperKind.AGREEMENT].saved.state is PaperState.ISSUED
    assert current[PaperKind.COVER].saved is None
    assert "说明" in current[PaperKind.REMARKS].missing
    assert PaperKind.IDENTITY not in current


def test_each_meeting_has_its_record(papers, services, case):
    assert [n for n in names(papers, case) if "记录" in n] == ["人民调解记录"]
    meeting = replace(MEETING, day=date(2026, 8, 12))
    services.cases.add_meeting(case.id, meeting, version=case.version)
    found = [name for name in names(papers, case) if "记录" in name]
    assert found == ["人民调解记录（第一次）", "人民调解记录（第二次）"]


def test_the_halls_court_period_and_list_are_on_the_papers(papers, case, services):
    rules = tuple(
        replace(rule, need=Need.LEFT_OUT) if rule.kind is PaperKind.CLOSING else rule
        for rule in shipped_rules()
    )
    papers.save_setup(PaperSetup(court="某某县人民法院", keeping="长期", rules=rules))
    kinds = [each.wanted.ref.kind for each in papers.lines(case.id)]
    assert PaperKind.CLOSING not in kinds
    cover = texts_of(papers.open(case.id, PaperRef(kind=PaperKind.COVER)).paper)
    assert cover["keeping"] == "长期"
    court = texts_of(papers.open(case.id, PaperRef(kind=PaperKind.COURT)).paper)
    assert court["court"] == "某某县人民法院"
    with pytest.raises(InvalidInput):
        papers.save_setup(PaperSetup(rules=rules[1:]))
    assert services.cases.get(case.id)


@pytest.mark.parametrize("role", [Role.READER, Role.ROSTER_KEEPER])
def test_who_may_not_mediate_reads_nothing_of_a_document(papers, case, services, role):
    issue(papers, case)
    (version,) = papers.versions(case.id, PACT)
    actor = Actor(account_id=9, name="另一人", role=role)
    other = open_services(replace(services.context, actor=actor))
    with pytest.raises(NotAllowedError):
        other.case_papers.lines(case.id)
    with pytest.raises(NotAllowedError):
        other.history.of_record("case_paper", str(version.id))
    assert RARE.name in str(services.history.of_record("case_paper", str(version.id)))


def test_erasing_a_party_takes_the_words_of_its_documents(services):
    resident_id, case = person_case(services)
    papers = services.case_papers
    application = PaperRef(kind=PaperKind.APPLICATION)
    rights = PaperRef(kind=PaperKind.RIGHTS)
    for ref in (application, rights):
        said = papers.open(case.id, ref)
        texts = texts_of(said.paper)
        papers.save_draft(case.id, ref, texts | {"summary": "孤证难立之语"}, said.bases)
    papers.discard_draft(case.id, rights)
    said = papers.open(case.id, application)
    papers.issue(case.id, application, texts_of(said.paper), said.bases, version=1)
    services.erasures.erase(resident_id, ground=Ground.WITHDRAWN, left=(), password=PASSWORD)
    with services.context.db.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT before, after FROM journal_change WHERE table_name = 'case_paper'"
        ).all()
    assert "孤证难立" not in str(rows)
    (version,) = papers.versions(case.id, application)
    assert (version.paper, version.texts) == (None, {})
    with pytest.raises(UserError, match="清除"):
        papers.version_pdf(case.id, version.id)
    assert papers.lines(case.id)
    assert not verify(services.context).problems


def test_the_list_of_evidence_names_what_was_put_in(papers, case, services):
    party = case.facts.parties[0]
    draft = CaseFileDraft(
        kind=PaperKind.EVIDENCE, name="漏水照片", note="手机拍摄", party_id=party.id
    )
    incoming = [Incoming(name="a.tif", content=scans.tiff(2))]
    services.case_files.add(case.id, draft, incoming)
    texts = texts_of(papers.open(case.id, PaperRef(kind=PaperKind.EVIDENCE)).paper)
    assert texts["items"] == f"1｜漏水照片｜{party.name}｜2｜手机拍摄"


def test_a_case_that_is_gone_has_no_documents(papers):
    with pytest.raises(NotFoundError):
        papers.lines(4711)


def test_the_history_says_what_a_draft_said(papers, case, services):
    said = papers.open(case.id, PACT)
    paper_id, _ = papers.save_draft(
        case.id, PACT, texts_of(said.paper) | {"terms": "先修后赔。"}, said.bases
    )
    changes = services.history.of_record("case_paper", str(paper_id))
    assert any("先修后赔" in (each.after or "") for each in changes)
