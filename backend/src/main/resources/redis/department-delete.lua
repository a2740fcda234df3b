-- Deletes a department.
-- KEYS  1 departments  {main}:departments
-- ARGV  1 department
-- Returns "deleted" | "gone"
return redis.call("HDEL", KEYS[1], ARGV[1]) == 1 and "deleted" or "gone"
