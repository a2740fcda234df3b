package dev.loper.promise;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question: to a mail address or to a department.
///
/// @param name     whose address it is; none takes the address
/// @param excerpt  of the conversation, as the asker chose it: all that is shown of it
/// @param language in which they are written to; none takes the department's, or English
/// @param dueAt    until when they are to answer; none takes what leaves time to keep the promise, or a working day
record NewColleagueRequest(@Nullable @Email @Size(max = 254) String to, @Nullable @Size(max = 80) String name,
        @Nullable @Size(max = 32) String department, @NotBlank @Size(max = 2000) String question,
        @Nullable @Size(max = 2000) String excerpt,
        @Nullable @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
        @Nullable Instant dueAt, @NotBlank @Size(max = 100) String clientId) {}
