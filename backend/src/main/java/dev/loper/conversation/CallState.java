package dev.loper.conversation;

import dev.loper.message.Attachment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a call is, and what was added to it; `call.lua` writes it.
///
/// @param state      `ringing`, `talking` or `over`
/// @param outcome    of one that is over: `answered`, `missed` or `voicemail`; of one we placed `answered`, `unreached`
///     (the customer did not pick up) or `cancelled` (we did not)
/// @param person     whose phone rings, or who speaks or spoke
/// @param personName their name at that time
/// @param known      how the caller was recognised: `number` or `code`; none if they were not
/// @param about      the topic a code led to, of a caller who only takes part there
/// @param seconds    how long people spoke, or the message lasts
/// @param files      what was recorded
/// @param note       what somebody of ours wrote down about it
/// @param noteAt     when, in milliseconds since 1970
/// @param out        whether we placed it
/// @param picked     of one we placed: our phone was picked up, and the customer's rings
public record CallState(String state, @Nullable String outcome, @Nullable String person, @Nullable String personName,
        @Nullable String known, @Nullable String about, @Nullable Long seconds, @Nullable List<Recording> files,
        @Nullable String note,
        @Nullable String noteBy, @Nullable String noteByName, @Nullable Long noteAt, @Nullable Boolean out,
        @Nullable Boolean picked) {

    /// @param id the provider's id of it
    public record Recording(String id, Attachment file) {}

    public List<Attachment> recordings() {
        return Optional.ofNullable(files).orElse(List.of()).stream().map(Recording::file).toList();
    }
}
