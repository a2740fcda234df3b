package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Rig;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentMessagesTests {

    private final Rig rig = new Rig(RedisServer.fresh());
    private final RecentMessages messages = new RecentMessages(rig.timeline);

    @Test
    void aLongChatHidesNoContactBeforeIt() {
        Appended.Stored first = rig.says(Given.sms().saying("Where is my order?"));
        for (int i = 0; i < 410; i++) {
            rig.says(Given.sms().saying("and another thing " + i));
        }

        assertThat(messages.of(conversation(), Set.of(first.topic()))).hasSize(411);
    }

    @Test
    void whatIsInMattersThatDoNotCountAndWhatWeSaidIsLeftOut() {
        Appended.Stored said = rig.says(Given.sms().saying("Where is my order?"));
        rig.answers(said.topic(), Given.ADA, "It is on its way.");

        assertThat(messages.of(conversation(), Set.of(said.topic()))).extracting(Signals.Wrote::topic).containsExactly(
                said.topic().value());
        assertThat(messages.of(conversation(), Set.of(new TopicId("another")))).isEmpty();
    }

    private Conversation conversation() {
        return rig.conversationOf(rig.customerOf(Given.ADA));
    }
}
