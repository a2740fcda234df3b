package dev.loper.push;

import dev.loper.feed.Cursor;
import java.util.Collection;
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
    /// @param changes as [#write] wrote them
    static String frame(Cursor cursor, long watch, boolean reload, Collection<String> changes) {
        return "{\"cursor\":\"" + cursor + "\",\"watch\":" + watch + ",\"reload\":" + reload + ",\"changes\":["
                + String.join(",", changes) + "]}";
    }
}
