/// The store's foundation: the connection, the key schema, the Lua scripts, leases.
///
/// Jedis stays inside this package, the feed, and classes whose name begins with `Redis`. Everything here is about
/// Redis; nothing here knows what a message is.
@NullMarked
package dev.loper.redis;

import org.jspecify.annotations.NullMarked;
