"""Suggestions (建议): their register, entering one, replying, the slip of the reply."""
