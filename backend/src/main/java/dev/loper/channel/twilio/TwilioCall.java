package dev.loper.channel.twilio;

import dev.loper.channel.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// One request about a call, its signature checked.
///
/// @param query what [TwilioAccount#voiceUrl] was given, as it came back
public record TwilioCall(TwilioAccount account, TwilioForm form, @Nullable String query) {

    /// Names a call that we placed in the addresses of its steps: it is written down before Twilio gives it an id.
    public static final String PLACED = "call";

    /// The call it is about: one that we placed by the id we gave it.
    ///
    /// @throws UnreadableWebhookException if it names none
    public Calls.Call id() {
        return new Calls.Call(account.id(), isPlaced() ? asked(PLACED) : form.require("CallSid"));
    }

    /// Whether we placed it. The address is signed with the rest, so nobody else can say so.
    public boolean isPlaced() {
        return !asked(PLACED).isEmpty();
    }

    /// A value of the query, empty if there is none.
    public String asked(String name) {
        String value = query == null
                ? null
                : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst(name);
        return value == null ? "" : value;
    }

    /// Whether the form has a parameter, be it empty.
    public boolean has(String name) {
        return form.values().containsKey(name);
    }
}
