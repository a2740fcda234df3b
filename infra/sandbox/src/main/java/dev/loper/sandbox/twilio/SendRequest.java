package dev.loper.sandbox.twilio;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The fields of a send the stand-in looks at, as they came.
record SendRequest(@Nullable String to, @Nullable String from, @Nullable String serviceSid, @Nullable String body,
        List<String> mediaUrls, @Nullable String contentSid, @Nullable String contentVariables,
        @Nullable String statusCallback) {}
