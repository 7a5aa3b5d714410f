"""Certificates of hours (志愿服务记录证明): numbered without gaps, frozen when issued.

Issuing cannot be undone: paper with the number may be out, so no number is given twice.
"""

from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.hour_lists import certificate_letter, certificate_register
from linli.domain.hour_rules import check_certificate, clean_certificate
from linli.domain.hours import Certificate, CertificateDraft, ServiceFilter, sum_items
from linli.domain.register_texts import spoken
from linli.domain.registers import Register
from linli.domain.workers import WorkerKind
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.letter_pdfs import community_of, foot_of
from linli.services.masking import for_office, masks_of
from linli.services.outputs import leaving
from linli.storage import hour_certificates, hours, workers


class HourCertificateService:
    """What a roster keeper does with certificates; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, worker_id: int | None = None) -> list[Certificate]:
        """Return certificates, the last number first, the numbers of documents masked."""
        self._context.require(Right.READ, "查看志愿服务证明")
        with self._context.db.reading() as connection:
            found = hour_certificates.list_certificates(connection, worker_id)
        masks = masks_of(self._context)
        return [
            replace(
                each,
                document_number=each.document_number and masks.show_document(each.document_number),
            )
            for each in found
        ]

    def issue(self, draft: CertificateDraft) -> tuple[int, Changes]:
        """Issue a certificate of what a volunteer served under the next number of the year.

        Raises:
            InvalidInput: something is missing, it is no volunteer, or nothing was served.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.ROSTER, "出具志愿服务证明")
        today, clean = self._today(), clean_certificate(draft)
        issuer = community_of(self._context)
        with self._context.writing("出具志愿服务证明 1 份", undoable=False) as work:
            problems = check_certificate(clean, today)
            person = workers.get_worker(work.connection, clean.worker_id).facts
            wanted = ServiceFilter(first=clean.first, last=clean.last, worker_id=clean.worker_id)
            items = sum_items(hours.list_services(work.connection, wanted))
            if person.kind is not WorkerKind.VOLUNTEER or person.volunteer is None:
                message = f"「{person.name}」不是志愿者，只给志愿者出具，请选一位志愿者。"
                problems.append(FieldProblem(field="worker_id", message=message))
            elif not items:
                message = (
                    f"「{person.name}」{spoken(clean.first)}到{spoken(clean.last)}没有服务时长，"
                    "请先登记时长，或另选日期。"
                )
                problems.append(FieldProblem(field="first", message=message))
            if problems or person.volunteer is None:
                raise InvalidInput(problems)
            made = Certificate(
                id=0,
                version=1,
                year=today.year,
                sequence=hour_certificates.next_sequence(work.connection, today.year),
                name=person.name,
                document_kind=person.volunteer.document_kind,
                document_number=person.volunteer.document_number,
                volunteer_number=person.volunteer.number,
                asked=clean,
                items=items,
                issuer=issuer,
                issued_on=today,
            )
            certificate_id = hour_certificates.add_certificate(
                work.session, made, self._context.actor.name
            )
        return certificate_id, work.changes

    def reissue(self, certificate_id: int) -> Changes:
        """Note that a certificate is given anew (补发): number and facts stay, the paper says so.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.ROSTER, "补发志愿服务证明")
        with self._context.writing("补发志愿服务证明 1 份", undoable=False) as work:
            hour_certificates.note_reissue(work.session, certificate_id, self._today())
        return work.changes

    def pdf(self, certificate_id: int, *, reason: str | None = None) -> bytes:
        """Make the PDF of a certificate.

        Args:
            certificate_id: which one.
            reason: what the full number of the document is for; None prints it masked.

        Raises:
            NotAllowedError: the full number is asked for without the right to see it.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印志愿服务证明")
        from linli.printing.letters import render_letters

        with self._context.db.reading() as connection:
            made = hour_certificates.get_certificate(connection, certificate_id)
        number = made.document_number or ""
        kind = made.document_kind
        letter = certificate_letter(
            made,
            document_kind=code_table("document_kind").label(kind) if kind else "",
            document_number=number if reason else masks_of(self._context).show_document(number),
            printed=foot_of(self._context),
        )
        with leaving(
            self._context,
            "打印志愿服务证明",
            f"hours_certificate/{certificate_id}",
            {"份数": "1", "编号": made.number},
            reason=reason,
        ):
            return render_letters([letter], library=library_of(self._context))

    def register(self, title: str) -> Register:
        """Return issued certificates to print, the first number first."""
        self._context.require(Right.READ, "查看志愿服务证明")
        made = certificate_register(self.list_all()[::-1], title=title)
        return for_office(self._context, made)

    def _today(self) -> date:
        return self._context.clock().date()
