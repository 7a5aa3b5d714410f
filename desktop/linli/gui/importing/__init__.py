"""The guided import (导入台账): check the columns, try, look at the outcome, then do it."""
