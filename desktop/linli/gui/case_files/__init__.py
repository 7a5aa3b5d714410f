"""The file of a case (卷宗): its list, scans put in, the volume bound, printed and handed over."""
