"""The audit trail in the window (审计日志)."""

from linli.gui.audits.dialog import AuditDialog, open_audits

__all__ = ["AuditDialog", "open_audits"]
