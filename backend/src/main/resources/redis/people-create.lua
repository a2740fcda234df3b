-- Adds a person; the first one only to whoever holds the set-up link.
-- KEYS  1 people           {main}:people
--       2 people-by-email  {main}:people-by-email
--       3 administrators   {main}:administrators
--       4 setup            {main}:setup
--       5 clock            {main}:clock
--       6 feed             {main}:feed
-- ARGV  1 id  2 email  3 body (opaque)  4 "1" if the person administers  5 SHA-256 of the set-up token, or ""
-- Returns "created" | "email-taken" | "setup-refused"
-- include: clock
if ARGV[5] ~= "" then
  if redis.call("HLEN", KEYS[1]) > 0 or redis.call("GET", KEYS[4]) ~= ARGV[5] then
    return "setup-refused"
  end
end
if redis.call("HSETNX", KEYS[2], ARGV[2], ARGV[1]) == 0 then
  return "email-taken"
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
if ARGV[4] == "1" then
  redis.call("SADD", KEYS[3], ARGV[1])
end
redis.call("DEL", KEYS[4])
publish(KEYS[5], KEYS[6], "kind", "person", "person", ARGV[1])
return "created"
