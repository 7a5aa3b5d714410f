"""The sample's documents of cases: what is issued lacks nothing, and can be printed."""

from support.cards import page_texts

from linli.domain.case_paper_drafts import PaperState
from linli.services.container import Services


def test_the_sample_has_issued_documents_and_drafts(services: Services) -> None:
    services.sample.create(30)
    states = set()
    for case in services.cases.load():
        for line in services.case_papers.lines(case.id):
            if line.issued is not None:
                states.add(line.issued.state)
                assert line.missing == ()
                assert line.changed == ()
                pages = page_texts(services.case_papers.pdf(case.id, [line.wanted.ref]))
                assert not any("草稿" in page for page in pages)
            if line.draft is not None:
                states.add(line.draft.state)
    assert states == {PaperState.ISSUED, PaperState.DRAFT}
