"""What the documents of a case say, from the case's facts: one maker for each kind."""

from collections.abc import Callable, Mapping

from linli.domain.case_paper_agreements import agreement, court, oral, performance
from linli.domain.case_paper_bindings import back, closing, contents, cover, remarks
from linli.domain.case_paper_openings import application, intake, invitation, proxy, rights
from linli.domain.case_paper_records import evidence, follow_up, inquiry, meeting, transfer
from linli.domain.case_papers import CasePaper, Issuer, PaperKind, PaperRef
from linli.domain.cases import Case

_MAKERS: Mapping[PaperKind, Callable[[Case, PaperRef, Issuer], CasePaper]] = {
    PaperKind.COVER: cover,
    PaperKind.CONTENTS: contents,
    PaperKind.APPLICATION: application,
    PaperKind.INTAKE: intake,
    PaperKind.RIGHTS: rights,
    PaperKind.PROXY: proxy,
    PaperKind.INQUIRY: inquiry,
    PaperKind.EVIDENCE: evidence,
    PaperKind.INVITATION: invitation,
    PaperKind.MEETING: meeting,
    PaperKind.AGREEMENT: agreement,
    PaperKind.ORAL: oral,
    PaperKind.PERFORMANCE: performance,
    PaperKind.FOLLOW_UP: follow_up,
    PaperKind.COURT: court,
    PaperKind.TRANSFER: transfer,
    PaperKind.REMARKS: remarks,
    PaperKind.CLOSING: closing,
    PaperKind.BACK: back,
}


def compose(case: Case, ref: PaperRef, issuer: Issuer) -> CasePaper:
    """Return a document filled from the case as it stands.

    Raises:
        KeyError: the kind is only ever put in from outside.
    """
    return _MAKERS[ref.kind](case, ref, issuer)
