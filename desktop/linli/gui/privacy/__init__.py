"""The rights of the people whose data it is (个人信息权利): notices, requests, periods, erasure."""
