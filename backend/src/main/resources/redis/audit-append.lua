-- Appends to the audit, which keeps about so many of the newest records.
-- KEYS  1 audit  {main}:audit
-- ARGV  1 how many to keep  2… field, value, field, value…
-- Returns the record's id
return redis.call("XADD", KEYS[1], "MAXLEN", "~", ARGV[1], "*", unpack(ARGV, 2))
