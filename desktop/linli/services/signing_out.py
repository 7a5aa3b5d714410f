"""Signing out (退出): on record, with the end of the audit trail kept beside the ledger."""

import logging

from linli.errors import StorageProblem
from linli.services.context import Context

logger = logging.getLogger(__name__)


def sign_out(context: Context, how: str = "退出") -> None:
    """Put the sign-out on record, keep the end of the trail beside the ledger, and close it.

    A disk that fails now keeps nobody from leaving: what was saved is saved.

    Args:
        context: the open ledger.
        how: what it is called in the trail.
    """
    from linli.storage import audit_heads

    if context.db.refusal is not None:  # only looked at: there is nothing to write
        context.db.close()
        return
    try:
        context.db.record_event(context.actor, context.clock(), how, "account")
        audit_heads.save(context.db, context.data_dir.audit_head)
    except StorageProblem as problem:
        logger.warning("sign-out is not on record: %s", type(problem.__cause__).__name__)
    finally:
        context.db.close()
