"""The people of a case: parties taken from the ledger, numbers in full, who is too near whom."""

from linli.domain.accounts import Right
from linli.domain.case_conflicts import conflicts
from linli.domain.case_rules import clean_case
from linli.domain.cases import CaseDraft, Party, Side
from linli.domain.residents import Sex
from linli.domain.values.addresses import address_text
from linli.services.context import Context
from linli.storage import case_lists, case_people, cases, organisations, residents

SUGGESTION_LIMIT = 20


class CasePeople:
    """A part of `CaseService`: who takes part in a case."""

    _context: Context

    def conflicts(self, draft: CaseDraft) -> list[str]:
        """Return who mediates and stands too near a party: to be seen, nothing is refused."""
        self._context.require(Right.MEDIATE, "登记纠纷")
        clean = clean_case(draft)
        with self._context.db.reading() as connection:
            return conflicts(clean, case_people.known_people(connection, clean))

    def party_of_resident(self, resident_id: int, side: Side = Side.APPLICANT) -> Party:
        """Return a resident as a party, filled from the ledger; numbers in full.

        Raises:
            NotFoundError: there is no such person.
        """
        self._context.require(Right.MEDIATE, "登记当事人")
        with self._context.db.reading() as connection:
            person = residents.get_resident(connection, resident_id)
        facts = person.facts
        born = facts.birth
        return Party(
            side=side,
            name=facts.name,
            resident_id=person.id,
            sex_code=None if facts.sex is Sex.UNKNOWN else facts.sex.value,
            ethnicity_code=facts.ethnicity_code,
            birth=born.as_date() if born else None,
            occupation=facts.occupation or facts.employer,
            id_number=facts.documents[0].number if facts.documents else None,
            phone=facts.phones[0].number if facts.phones else None,
            address=address_text(person.address) or facts.registered_address,
        )

    def party_of_organisation(self, organisation_id: int, side: Side = Side.RESPONDENT) -> Party:
        """Return an organisation of the register as a party, with who leads it today.

        Raises:
            NotFoundError: there is no such organisation.
        """
        self._context.require(Right.MEDIATE, "登记当事人")
        with self._context.db.reading() as connection:
            found = organisations.get_organisation(connection, organisation_id)
        leader = next(iter(found.leaders_on(self._context.clock().date())), None)
        return Party(
            side=side,
            name=found.facts.name,
            is_organisation=True,
            organisation_id=found.id,
            id_number=found.facts.credit_code,
            phone=found.facts.phone,
            address=found.facts.address,
            representative=leader.name if leader else None,
            representative_post=leader.post if leader else None,
        )

    def reveal(self, case_id: int, reason: str) -> None:
        """Record in the audit trail that numbers of a case are shown in full, and why.

        Raises:
            NotFoundError: there is no such case.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            cases.get_case(connection, case_id)
        self._context.revealed(f"mediation_case/{case_id}", reason, "当事人和代理人的号码")

    def suggestions(self, field: str, part: str = "") -> list[str]:
        """Return what to offer for a field, often used first.

        Args:
            field: place, source_unit, unit (to whom a case went), court, mediator, recorder,
                meeting_place or visitor.
            part: what is typed already.
        """
        self._context.require(Right.MEDIATE, "查看矛盾纠纷")
        with self._context.db.reading() as connection:
            return case_lists.list_used(connection, field, part.strip(), SUGGESTION_LIMIT)
