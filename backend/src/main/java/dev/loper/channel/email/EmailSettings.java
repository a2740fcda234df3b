package dev.loper.channel.email;

import dev.loper.channel.ChannelAccount;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The mailboxes Loper reads and answers from.
///
/// @param accounts by account id
@Validated
@ConfigurationProperties("loper.email")
record EmailSettings(@DefaultValue Map<String, @Valid Account> accounts) {

    EmailSettings {
        accounts = Map.copyOf(accounts);
    }

    /// Whether an address is one of our mailboxes, with a plus-address or without.
    ///
    /// @param address normalised ([MailFields#normalised(String)])
    boolean owns(String address) {
        String bare = address.replaceFirst("\\+[^@]*@", "@");
        return accounts.values().stream().map(account -> MailFields.normalised(account.address())).anyMatch(
                own -> own.equals(address) || own.equals(bare));
    }

    /// One mailbox.
    ///
    /// @param name        what agents call it
    /// @param address     our address, as customers see it
    /// @param brand       the brand it speaks for, empty for all; shown behind the agent's name
    /// @param authservId  the name with which our own mail server signs its Authentication-Results (RFC 8601); the
    ///                    results of others are not believed
    /// @param maxSize     the largest mail that is taken in; larger ones become dead letters
    /// @param replyTokens whether answers carry a plus-address with a reply token; off where the server knows none
    record Account(@NotBlank String name, @NotBlank @Email String address, @DefaultValue("") String brand,
            @NotNull @Valid Imap imap, @NotNull @Valid Smtp smtp, @Nullable String authservId,
            @DefaultValue("25MB") DataSize maxSize, @DefaultValue("true") boolean replyTokens) {

        ChannelAccount as(String id) {
            return new ChannelAccount(new AccountId(id), ChannelKind.EMAIL, name, address, brand);
        }

        /// Our part behind the at sign.
        String domain() {
            return address.substring(address.lastIndexOf('@') + 1);
        }
    }

    /// Where mail comes in.
    ///
    /// @param folder the folder that is read
    record Imap(@NotBlank String host, @Min(1) @Max(65_535) @DefaultValue("993") int port,
            @DefaultValue("implicit") Tls tls, @NotBlank String user, @NotNull String password,
            @NotBlank @DefaultValue("INBOX") String folder) {

        @Override
        public String toString() {
            return user + " at " + host + ":" + port;
        }
    }

    /// Where mail goes out.
    ///
    /// @param user empty where the server asks for none
    record Smtp(@NotBlank String host, @Min(1) @Max(65_535) @DefaultValue("587") int port,
            @DefaultValue("starttls") Tls tls, @DefaultValue("") String user, @DefaultValue("") String password) {

        @Override
        public String toString() {
            return user + " at " + host + ":" + port;
        }
    }

    /// How a connection is encrypted.
    enum Tls {
        /// From the first byte.
        IMPLICIT,
        /// After a STARTTLS, which is required.
        STARTTLS,
        /// Not at all: only for a server on the same machine.
        NONE
    }
}
