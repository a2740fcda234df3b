package dev.loper.push;

import dev.loper.feed.Cursor;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what screens get. Each change is written once; a frame only joins what is written.
@Component
class PushJson {

    private final JsonMapper mapper;

    PushJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    News write(Push push) {
        return new News(push.about(), mapper.writeValueAsString(push));
    }

    /// A frame.
    ///
    /// @param cursor  how far the screen has followed the feed once it has applied this
    /// @param watch   the number of the watch request it answers to or follows
    /// @param reload  nobody can say what was missed: load everything anew
    /// @param pulse   how the store stands, when that is told
    /// @param changes as [#write] wrote them
    static String frame(Cursor cursor, long watch, boolean reload, @Nullable Pulse pulse,
            Collection<String> changes) {
        return "{\"cursor\":\"" + cursor + "\",\"watch\":" + watch + ",\"reload\":" + reload
                + (pulse == null ? "" : "," + pulse.json()) + ",\"changes\":[" + String.join(",", changes) + "]}";
    }
}
