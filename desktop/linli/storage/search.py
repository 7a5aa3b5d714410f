"""The search index: which people a typed text finds, best first.

Besides the B-trees of the schema there are the pinyin table `search_key` and three contentless FTS5
tables, which are not mapped: `name_fts` (characters and pairs of characters of the names, by
resident), `phone_fts` (trigrams of numbers, by phone row) and `address_fts` (estate, building,
unit and room as marked words, by dwelling).
"""

SEARCH_TABLES = ("name_fts", "phone_fts", "address_fts")
SEARCH_DDL = (
    "CREATE VIRTUAL TABLE name_fts USING fts5(words, content='', contentless_delete=1, "
    'detail=none, tokenize="unicode61 remove_diacritics 0")',
    "CREATE VIRTUAL TABLE phone_fts USING fts5(number, content='', contentless_delete=1, "
    "detail=none, tokenize='trigram')",
    "CREATE VIRTUAL TABLE address_fts USING fts5(words, content='', contentless_delete=1, "
    "detail=none, tokenize=\"unicode61 remove_diacritics 0 tokenchars '-'\")",
)
