"""The residents tab (居民): find, look, edit, and print from one place."""
