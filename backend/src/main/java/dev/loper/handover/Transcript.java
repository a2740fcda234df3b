package dev.loper.handover;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Delivery;
import dev.loper.message.Level;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What was said so far, as lines of a letter.
@Component
class Transcript {

    private static final int LATEST = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Timeline timeline;
    private final HandoverProperties settings;

    Transcript(Timeline timeline, HandoverProperties settings) {
        this.timeline = timeline;
        this.settings = settings;
    }

    /// The newest messages of a topic, the first said first. To an address that was only typed goes nothing but what was said
    /// on the one it was typed on: whoever typed it has read that already. What was said on a number that was only shown goes
    /// nowhere else: whoever showed it need not be whoever has it.
    ///
    /// How to go on elsewhere is left out: what proves somebody stands in it, and is told to nobody else while it is good.
    String of(Place place, Identity reader, HandoverWords ours) {
        ZoneId zone = zone(place);
        Set<String> shown = place.customer().shown(reader.id());
        List<Entry> newest = timeline.page(place.conversation(), null, place.topic().id(), LATEST).stream().filter(
                Transcript::wasSaid).filter(
                        entry -> reader.level() != Level.CLAIMED || Objects.equals(entry.body().address(),
                                place.topic().address())).filter(
                                        entry -> entry.body().address() == null || !shown.contains(
                                                entry.body().address())).toList();
        return newest.reversed().stream().map(entry -> line(entry, zone, ours)).collect(Collectors.joining("\n"));
    }

    private static boolean wasSaid(Entry entry) {
        EntryBody body = entry.body();
        return "message".equals(body.type()) && !body.text().isBlank() && entry.delivery() != Delivery.WITHDRAWN
                && entry.delivery() != Delivery.FAILED && (body.event() == null || body.event().handover() == null);
    }

    private static String line(Entry entry, ZoneId zone, HandoverWords ours) {
        return TIME.format(ZonedDateTime.ofInstant(entry.at(), zone)) + "  " + speaker(entry.body(), ours) + ": "
                + entry.body().text().strip();
    }

    /// What we call a visitor without a name is for us, not for them.
    private static String speaker(EntryBody body, HandoverWords ours) {
        String name = body.author().name();
        return body.author().kind() == Author.Kind.CUSTOMER && body.address() != null
                && name.equals(Customer.nameless(ChannelAddress.ofKey(body.address()))) ? ours.say("you") : name;
    }

    private ZoneId zone(Place place) {
        try {
            String zone = place.customer().zone();
            return zone == null || zone.isBlank() ? settings.zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return settings.zone();
        }
    }
}
