-- Invites somebody, or gives their invitation another link.
-- KEYS  1 invitations           {main}:invitations
--       2 invitations-by-email  {main}:invitations-by-email
--       3 people-by-email       {main}:people-by-email
-- ARGV  1 SHA-256 of the token  2 email  3 body (opaque)  4 SHA-256 of the token it replaces, or ""
-- Returns "invited" | "email-taken" | "already-invited" | "gone"
local known = redis.call("HGET", KEYS[2], ARGV[2])
if ARGV[4] ~= "" and known ~= ARGV[4] then
  return "gone"
end
if ARGV[4] == "" and known then
  return "already-invited"
end
if redis.call("HEXISTS", KEYS[3], ARGV[2]) == 1 then
  return "email-taken"
end
if known then
  redis.call("HDEL", KEYS[1], known)
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
redis.call("HSET", KEYS[2], ARGV[2], ARGV[1])
return "invited"
