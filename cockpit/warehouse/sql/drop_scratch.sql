drop table touched; drop table standing; drop table around
