-- Adds an API token.
-- KEYS  1 tokens  {main}:tokens
-- ARGV  1 SHA-256 of the token  2 record (opaque)
-- Returns "created" | "taken"
return redis.call("HSETNX", KEYS[1], ARGV[1], ARGV[2]) == 1 and "created" or "taken"
