"""Registers (登记簿) beside people and homes: entitlements, visits, party members, elders."""
