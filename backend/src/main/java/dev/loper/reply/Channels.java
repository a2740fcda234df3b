package dev.loper.reply;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.OutboundPort;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /// Whether an address is one of our own accounts: an answer to it would only come back to us.
    ///
    /// @param address of any channel; a mail address with a plus-address or without
    public boolean ours(String address) {
        String bare = address.replaceFirst("\\+[^@+]+@", "@");
        return ports.values().stream().flatMap(port -> port.accounts().stream()).map(ChannelAccount::address).anyMatch(
                own -> own.equalsIgnoreCase(address) || own.equalsIgnoreCase(bare));
    }
}
