from pathlib import Path
import time

L = Path("/work/shared/ledgers")


def show(o):
    return (
        o.file_name,
        o.rows,
        o.added,
        o.joined,
        o.set_aside,
        o.reasons,
        "hh",
        o.households,
        o.new_households,
        "dw",
        o.new_dwellings,
        "rent",
        o.rentals,
        o.new_rentals,
        o.rooms,
        o.occupants,
        "diff",
        len(o.differences),
        "warn",
        len(o.warnings),
    )


def test_all(services, tmp_path):
    im = services.imports
    for f in ["居民台账.xlsx", "流动人口登记表.xlsx", "出租房屋台账.xlsx"] * 2:
        t = time.time()
        s = im.open(L / f)
        p = im.plan(s)
        d = im.dry_run(s, p)
        o, c = im.run(s, p)
        assert d == o
        print(show(o), c, [x.remembered for x in p.sheets], time.time() - t)
        for w in o.warnings[:3]:
            print(w)
        for w in o.differences[:3]:
            print(w)
        im.write_report(o, s, tmp_path / ("r" + f))
        s2 = im.open(tmp_path / ("r" + f))
        p2 = im.plan(s2)
        print(" report:", show(im.dry_run(s2, p2)))
    print(services.residents.counts())
    for g in services.grids.list_all():
        print(g)
    from linli.domain.residents import ResidentFilter

    out = tmp_path / "o.xlsx"
    print(services.exports.residents(out, ResidentFilter(), masked=False, reason="核对"))
    s = im.open(out)
    p = im.plan(s)
    o = im.dry_run(s, p)
    print(show(o))
    print(o.differences[:5], o.warnings[:5], o.problems[:5])
    print([(c.head, c.field) for c in p.sheets[0].columns])
    for i in range(3):
        services.history.undo()
        print(services.residents.counts())
