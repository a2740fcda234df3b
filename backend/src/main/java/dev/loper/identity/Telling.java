package dev.loper.identity;

import dev.loper.conversation.EntryBody;
import dev.loper.message.Author;
import dev.loper.redis.RedisJson;
import org.jspecify.annotations.Nullable;

/// The entry that tells a deed on a timeline, as it is kept.
final class Telling {

    private Telling() {}

    /// @param other the customer on the other side
    /// @param what  it is about, if there is something to say
    static String of(String event, Deed deed, Deed.Party other, @Nullable String what, Author by) {
        return of(event, deed, other, what, by, "");
    }

    /// @param why in words of whoever did it; empty for none
    static String of(String event, Deed deed, Deed.Party other, @Nullable String what, Author by, String why) {
        return RedisJson.write(EntryBody.system(by, EntryBody.Event.ofDeed(event, deed.id().value(), other.id().value(),
                other.name(), what), why));
    }
}
