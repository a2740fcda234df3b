package dev.loper.channel.webchat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The web chats of this installation: the settings under `loper.chat`.
///
/// @param accounts by account id, such as `chat-web`
@Validated
@ConfigurationProperties("loper.chat")
record ChatSettings(@DefaultValue Map<@Pattern(regexp = "[a-z0-9-]{1,40}") String, @Valid Site> accounts) {

    private static final String ORIGIN = "https?://[a-z0-9.\\-\\[\\]:]+";

    /// One chat: the sites of one brand.
    ///
    /// @param name     what agents call it
    /// @param brand    the name visitors see
    /// @param greeting the first line visitors see
    /// @param origins  where the widget may run, exactly: `https://shop.example`, without path and wildcards
    /// @param loginSecret what the site signs with who is signed in there; none if it does not
    record Site(@NotBlank String name, @NotBlank String brand, @NotNull @Valid @DefaultValue Greeting greeting,
            @DefaultValue List<@Pattern(regexp = ORIGIN) String> origins,
            @NotNull @Valid @DefaultValue ChatLimits limits, @Nullable @Size(min = 32) String loginSecret) {}

    /// The greeting in both languages.
    record Greeting(@NotBlank @DefaultValue("How can we help you?") String en,
            @NotBlank @DefaultValue("Waarmee kunnen we u helpen?") String nl) {

        String in(Language language) {
            return switch (language) {
                case EN -> en;
                case NL -> nl;
            };
        }
    }
}
