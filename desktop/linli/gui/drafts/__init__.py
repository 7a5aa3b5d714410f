"""Drafts (没有保存的内容): the text of forms outlives a crash.

`typed` says what stands in a form, `coding` turns it into text and back, `keeper` keeps it every
few seconds while the form is open, and `dialog` offers it at the next sign-in.
"""
