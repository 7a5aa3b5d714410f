"""Attendance and hours (签到、时长): hours, certificates, sheets to sign, hand-overs."""
