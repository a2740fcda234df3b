package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.message.Attachment;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A file that was uploaded is the message's as soon as there is one.
class UploadedFilesTests {

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Rig rig = new Rig(fresh);

    @Test
    void aCustomersFileIsKeptWithTheirMessage() {
        Attachment sent = uploaded();
        Attachment not = uploaded();
        rig.says(Given.chat(Given.VISITOR).with(sent));
        assertThat(waiting()).containsExactly(not.id());
    }

    @Test
    void ourFileIsKeptWithTheNote() {
        Attachment file = uploaded();
        Appended.Stored topic = rig.says(Given.sms());
        Conversation conversation = new Conversations(fresh.store(), fresh.keys()).find(
                topic.conversation()).orElseThrow();
        new EntryWriter(fresh.store(), new Said(fresh.store(), fresh.keys())).note(conversation, topic.topic(),
                Rig.LOTTE, "See the file.", List.of(file),
                UUID.randomUUID().toString());
        assertThat(waiting()).isEmpty();
    }

    private Attachment uploaded() {
        Attachment file = new Attachment(UUID.randomUUID().toString(), "a.txt", "text/plain", 1, null);
        fresh.redis().zadd(fresh.keys().of(Family.UPLOADS), 1, file.id());
        return file;
    }

    private List<String> waiting() {
        return fresh.redis().zrange(fresh.keys().of(Family.UPLOADS), 0, -1);
    }
}
