"""The workshop of notices (通知): register, kinds, the form with its live preview, recipients."""
