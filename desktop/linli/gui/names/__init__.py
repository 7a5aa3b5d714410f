"""Names that cannot be printed (姓名检查): finding the right character, or drawing it."""
