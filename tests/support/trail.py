"""The last lines of the audit trail as they are shown."""

from linli.domain.audit import AuditFilter
from linli.domain.history import AuditEvent
from linli.services.container import Services


def last_events(services: Services, count: int) -> list[AuditEvent]:
    """Return the last events, newest first, records by name."""
    return services.audits.rows(services.audits.list_ids(AuditFilter())[:count])
