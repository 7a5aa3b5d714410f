"""`linli verify`: what is said of a ledger, and how its index is mended."""


def test_a_lost_index_is_said_and_made_anew(ledger, services):
    with services.context.writing("弄坏") as work:
        work.connection.exec_driver_sql("DELETE FROM person_fts")
    assert ledger.run("verify") == 1
    assert "索引有 2 人与登记的内容不符" in ledger.err
    assert "linli verify --rebuild-index" in ledger.err
    assert ledger.json("verify", "--rebuild-index")["ok"] is True
    assert ledger.run("find", "oyn") == 0
    assert "欧阳娜" in ledger.out
