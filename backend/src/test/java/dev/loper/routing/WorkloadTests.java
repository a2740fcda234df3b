package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadTests {

    private static final Map<ChannelKind, Integer> MOST = Map.of(ChannelKind.CHAT, 3, ChannelKind.EMAIL, 12);

    @Test
    void whoHasRoomOnAChannelIsNotFullHoweverBusyTheyAre() {
        assertThat(with(2, 5).full()).isFalse();
        assertThat(with(3, 11).full()).isFalse();
        assertThat(with(3, 11).busy()).isGreaterThan(1);
    }

    @Test
    void whoHasRoomOnNoneIsFull() {
        assertThat(with(3, 12).full()).isTrue();
        assertThat(with(4, 13).full()).isTrue();
        assertThat(new Workload(new PersonId("lotte"), Map.of(), Map.of(ChannelKind.CHAT, 0)).full()).isTrue();
    }

    private static Workload with(int chats, int mails) {
        return new Workload(new PersonId("lotte"), Map.of(ChannelKind.CHAT, chats, ChannelKind.EMAIL, mails), MOST);
    }
}
