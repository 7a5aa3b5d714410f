"""Accounts (账号): who may sign in, in which role."""
