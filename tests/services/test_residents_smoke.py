from support.people import make_draft, make_phone
from linli.domain.residents import *
from linli.domain.values.addresses import Address

def test_smoke(services):
    did,_=services.dwellings.find_or_add(Address(estate="幸福小区",building="3号楼",unit="2单元",room="501"))
    hid,_=services.households.add(HouseholdDraft(number="HU-1",dwelling_id=did))
    rid,ch=services.residents.add(make_draft("张三丰",household_id=hid,relation_code="02",phones=(make_phone("13912345678"),),skills=("水暖",)))
    print(ch)
    for t in ["张三丰","张","三丰","丰","zhangsanfeng","zsf","zhangsf","zsanf","sanfeng","sf","feng","1391234","5678","3456","3-2-501","3号楼2单元","幸福","幸福小区","hu-1","HU","水暖","19600501","张 5678","3-2","张 z 3-2-501 5678", "501", "0123","6523"]:
        r=services.residents.find(t)
        print(t,[x.name for x in r], services.residents.list_ids(ResidentFilter(text=t)).tolist())
    print(r)
    print(services.residents.get(rid))
    services.residents.update(rid, make_draft("张四丰",household_id=hid,relation_code="02"), version=1)
    print(services.residents.find("zsif"), services.residents.find("zsanf"))
    services.history.undo()
    print(len(services.residents.find("zsanf")), len(services.residents.find("5678")))
    for s in ResidentSort:
        services.residents.list_ids(ResidentFilter(), s)
    assert 0
