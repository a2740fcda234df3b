-- Revokes an invitation: its link ends.
-- KEYS  1 invitations           {main}:invitations
--       2 invitations-by-email  {main}:invitations-by-email
-- ARGV  1 SHA-256 of the token  2 email
-- Returns "revoked" | "gone"
if redis.call("HDEL", KEYS[1], ARGV[1]) == 0 then
  return "gone"
end
redis.call("HDEL", KEYS[2], ARGV[2])
return "revoked"
