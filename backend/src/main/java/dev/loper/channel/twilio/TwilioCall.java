package dev.loper.channel.twilio;

import dev.loper.channel.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// One request about a call, its signature checked.
///
/// @param query what [TwilioAccount#voiceUrl] was given, as it came back
public record TwilioCall(TwilioAccount account, TwilioForm form, @Nullable String query) {

    /// The call it is about.
    ///
    /// @throws UnreadableWebhookException if it names none
    public Calls.Call id() {
        return new Calls.Call(account.id(), form.require("CallSid"));
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
