"""Use cases: all that a menu can do, without a widget. One call, one transaction, one undo step."""
