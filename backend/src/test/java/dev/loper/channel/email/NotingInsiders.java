package dev.loper.channel.email;

import dev.loper.channel.Insiders;
import dev.loper.channel.Intake;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lotte works here; her notes are remembered.
final class NotingInsiders implements Insiders {

    static final String LOTTE = "lotte@loper.test";

    final List<Note> notes = new ArrayList<>();
    @Nullable
    TopicId hidden;

    record Note(String by, TopicId topic, String id, String text, List<Attachment> attachments) {}

    @Override
    public Optional<Insider> personAt(ChannelAddress address) {
        return address.value().equals(LOTTE)
                ? Optional.of(new Insider(new PersonId("lotte"), "Lotte Jansen"))
                : Optional.empty();
    }

    @Override
    public boolean ours(ChannelAddress address) {
        return personAt(address).isPresent();
    }

    @Override
    public Intake.Receipt note(Insider by, TopicId topic, String id, String text, List<Attachment> attachments) {
        if (topic.equals(hidden)) {
            throw new UnreadableMessageException("They may not see it.");
        }
        boolean repeat = notes.stream().anyMatch(note -> note.id().equals(id));
        if (!repeat) {
            notes.add(new Note(by.id().value(), topic, id, text, attachments));
        }
        return new Intake.Receipt(new EntryId("n1"), Instant.EPOCH, repeat);
    }
}
