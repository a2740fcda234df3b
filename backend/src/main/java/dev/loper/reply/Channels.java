package dev.loper.reply;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.OutboundPort;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The channels and accounts of this installation.
@Component
public class Channels {

    private final Map<ChannelKind, OutboundPort> ports;

    public Channels(List<OutboundPort> ports) {
        this.ports = ports.stream().collect(Collectors.toMap(OutboundPort::channel, Function.identity()));
    }

    public List<OutboundPort> ports() {
        return ports.values().stream().sorted(java.util.Comparator.comparing(OutboundPort::channel)).toList();
    }

    public Optional<OutboundPort> port(ChannelKind channel) {
        return Optional.ofNullable(ports.get(channel));
    }

    public Optional<ChannelAccount> account(AccountId id) {
        return ports.values().stream().flatMap(port -> port.accounts().stream()).filter(
                account -> account.id().equals(id)).findFirst();
    }

    /// The brand of an account; empty if it speaks for all, or is gone.
    public String brand(@Nullable String account) {
        return account == null ? "" : account(new AccountId(account)).map(ChannelAccount::brand).orElse("");
    }

    /// Of some accounts the one at which a customer is met who is served by another: of the same brand, or one that speaks for all.
    /// Never another brand's: who deals with one is not sent to another.
    ///
    /// @param served the account they are served by
    public Optional<ChannelAccount> meeting(List<ChannelAccount> accounts, @Nullable String served) {
        String brand = brand(served);
        return accounts.stream().filter(account -> account.speaksFor(brand)).min(
                Comparator.comparing(account -> !account.brand().equals(brand)));
    }

    /// Whether an address is one of our own accounts: an answer to it would only come back to us.
    ///
    /// @param address of any channel; a mail address with a plus-address or without
    public boolean ours(String address) {
        String bare = address.replaceFirst("\\+[^@+]+@", "@");
        return ports.values().stream().flatMap(port -> port.accounts().stream()).map(ChannelAccount::address).anyMatch(
                own -> own.equalsIgnoreCase(address) || own.equalsIgnoreCase(bare));
    }
}
