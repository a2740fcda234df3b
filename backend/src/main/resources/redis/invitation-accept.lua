-- Makes a person of whoever holds an invitation's link, and ends the link.
-- KEYS  1 invitations           {main}:invitations
--       2 invitations-by-email  {main}:invitations-by-email
--       3 people                {main}:people
--       4 people-by-email       {main}:people-by-email
--       5 administrators        {main}:administrators
--       6 clock                 {main}:clock
--       7 feed                  {main}:feed
-- ARGV  1 SHA-256 of the token  2 invitation as read  3 email  4 id  5 body of the person (opaque)
--       6 "1" if the person administers
-- Returns "accepted" | "gone" | "email-taken"
-- include: clock
if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then
  return "gone"
end
if redis.call("HSETNX", KEYS[4], ARGV[3], ARGV[4]) == 0 then
  return "email-taken"
end
redis.call("HSET", KEYS[3], ARGV[4], ARGV[5])
if ARGV[6] == "1" then
  redis.call("SADD", KEYS[5], ARGV[4])
end
redis.call("HDEL", KEYS[1], ARGV[1])
redis.call("HDEL", KEYS[2], ARGV[3])
publish(KEYS[6], KEYS[7], "kind", "person", "person", ARGV[4])
return "accepted"
