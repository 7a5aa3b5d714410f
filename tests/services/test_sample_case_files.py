"""The sample's files of cases: some are complete, so that binding can be shown at once."""

from support.volumes import contents_rows, texts

from linli.domain.case_flow import Stage
from linli.services.container import Services
from linli.services.ledger import verify


def test_the_files_of_settled_cases_are_complete_and_say_that_they_are_made_up(
    services: Services,
) -> None:
    services.sample.create(30)
    settled = {Stage.WRITTEN, Stage.PERFORMING, Stage.ARCHIVED}
    cases = [
        case for case in services.cases.load() if case.number is not None and case.stage in settled
    ]
    assert len(cases) > 2
    for case in cases:
        assert services.case_files.missing(case.id) == []
        assert all(file.pages == 1 for file in services.case_files.files(case.id))
    content = services.case_files.bind(cases[0].id)
    assert [
        row[1]
        for row in contents_rows(content)
        if "人民调解" not in row[1] and row[1][-1] in "件片"
    ] == ["双方身份证复印件", "现场照片"]
    assert len(texts(content)) > 6
    assert not verify(services.context).problems
