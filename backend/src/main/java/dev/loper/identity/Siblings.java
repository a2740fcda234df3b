package dev.loper.identity;

import dev.loper.message.ChannelAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// The addresses that stand for one number: on the phone (calls and SMS), and on WhatsApp.
final class Siblings {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private Siblings() {}

    static Optional<ChannelAddress> of(ChannelAddress address) {
        if (!E164.matcher(address.value()).matches()) {
            return Optional.empty();
        }
        return switch (address) {
            case ChannelAddress.Phone phone -> Optional.of(new ChannelAddress.WhatsApp(phone.value()));
            case ChannelAddress.WhatsApp whatsapp -> Optional.of(new ChannelAddress.Phone(whatsapp.value()));
            case ChannelAddress.Email email -> Optional.empty();
            case ChannelAddress.Visitor visitor -> Optional.empty();
        };
    }
}
