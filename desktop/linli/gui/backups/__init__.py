"""Backups (备份): their list, the stick, and going back to one."""
