-- A wall for visitors shows what has been released.
alter table wall add column visitor boolean
