-- Writes a department as it is to be.
-- KEYS  1 departments  {main}:departments
-- ARGV  1 department  2 body (opaque)
-- Returns "written"
redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
return "written"
