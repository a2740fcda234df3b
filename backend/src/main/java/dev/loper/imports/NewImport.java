package dev.loper.imports;

import dev.loper.message.ChannelKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as an import gives it. What is absent and needed refuses this message, not the others.
///
/// @param id        what makes it unique in its source; importing it again gives the first answer
/// @param thread    what belongs together in the source, such as a ticket; absent: everything of this customer
/// @param at        when it was sent
/// @param direction `in` by the customer, `out` by one of us
/// @param leaves    how it leaves its topic if nothing newer is there: `resolved` (the default), `open`, or `waiting`
/// @param channel   the channel it was exchanged on
/// @param account   the account of that channel, if it is connected here
/// @param agent     who of us wrote an answer
/// @param to        the addresses in a mail, as written
/// @param messageId of a mail, without angle brackets: answers to it will find its topic
public record NewImport(@Nullable String id, @Nullable String thread, @Nullable Instant at,
        @Schema(allowableValues = {
                "in", "out"}) @Nullable String direction,
        @Schema(allowableValues = {"resolved", "open", "waiting"}) @Nullable String leaves,
        @Schema(implementation = ChannelKind.class) @Nullable String channel, @Nullable String account,
        @Nullable ImportedCustomer customer,
        @Nullable String agent, @Nullable List<String> to, @Nullable List<String> cc, @Nullable String subject,
        @Nullable String text, @Nullable String messageId) {

    /// Whose message it is, or whom it went to.
    ///
    /// @param kind     `email`, `phone`, `whatsapp`…; absent: the channel's own
    /// @param address  normalised: a mail address, a number in E.164 form
    /// @param language a BCP 47 tag
    public record ImportedCustomer(@Nullable String kind, @Nullable String address, @Nullable String name,
            @Nullable String language) {}
}
