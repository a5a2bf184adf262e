drop table touched; drop table standing; drop table held
