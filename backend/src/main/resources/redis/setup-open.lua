-- Opens the one-time set-up link, while there is no person.
-- KEYS  1 setup   {main}:setup
--       2 people  {main}:people
-- ARGV  1 SHA-256 of the token  2 how long it is good for, in ms
-- Returns "opened" | "closed"
if redis.call("HLEN", KEYS[2]) > 0 then
  redis.call("DEL", KEYS[1])
  return "closed"
end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
return "opened"
