"""The sample community's documents of cases: some issued, some drafts."""

from datetime import date
from typing import TYPE_CHECKING

from linli.domain.case_paper_drafts import missing_titles
from linli.domain.case_paper_rules import Need, PaperSetup, shipped_rules, wanted_papers
from linli.domain.case_paper_texts import compose
from linli.domain.case_papers import PaperKind, texts_of

if TYPE_CHECKING:
    from linli.storage.database import Writing

_COURT, _KEEPING = "木垒哈萨克自治县人民法院", "长期"
_ISSUED = frozenset(
    {PaperKind.APPLICATION, PaperKind.INTAKE, PaperKind.RIGHTS, PaperKind.AGREEMENT}
)
_DRAFTED = frozenset({PaperKind.MEETING})
_CASES = "SELECT id FROM mediation_case WHERE number_sequence IS NOT NULL ORDER BY id"


def add_case_papers(work: "Writing", account: str, today: date) -> None:
    """Issue what numbered cases must have before an agreement, and draft records of meetings.

    Args:
        work: the transaction.
        account: who issues them.
        today: the day of issue.
    """
    from linli.storage import case_papers, cases

    case_papers.save_setup(
        work.connection, PaperSetup(court=_COURT, keeping=_KEEPING, rules=shipped_rules())
    )
    issuer = case_papers.get_issuer(work.connection, account=account, today=today)
    for case_id in list(work.connection.exec_driver_sql(_CASES).scalars()):
        case = cases.get_case(work.connection, case_id)
        for wanted in wanted_papers(case, shipped_rules()):
            kind = wanted.ref.kind
            if wanted.need is not Need.MUST or kind not in _ISSUED | _DRAFTED:
                continue
            paper = compose(case, wanted.ref, issuer)
            final = kind in _ISSUED and not missing_titles(paper)
            case_papers.save_paper(
                work.session,
                None,
                case_id=case_id,
                ref=wanted.ref,
                revision=1,
                texts=texts_of(paper),
                bases=texts_of(paper),
                account=account,
                issued=(paper, today, "") if final else None,
            )
