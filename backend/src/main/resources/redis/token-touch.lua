-- Replaces an API token's record, if it is still the one that was read (a revoked token stays revoked).
-- KEYS  1 tokens  {main}:tokens
-- ARGV  1 SHA-256 of the token  2 record as read  3 new record (opaque), or "" to remove it
-- Returns "done" | "stale"
if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then
  return "stale"
end
if ARGV[3] == "" then
  redis.call("HDEL", KEYS[1], ARGV[1])
else
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
end
return "done"
