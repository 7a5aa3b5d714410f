"""The audit trail in the window (审计日志)."""
