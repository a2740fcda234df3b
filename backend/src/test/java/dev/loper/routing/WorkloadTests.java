package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTests {

    private static final Map<ChannelKind, Integer> MOST = Map.of(ChannelKind.CHAT, 3, ChannelKind.EMAIL, 12);

    private static final Set<ChannelKind> BOTH = MOST.keySet();

    @Test
    void whoHasRoomOnAChannelIsNotFullHoweverBusyTheyAre() {
        assertThat(with(2, 5).full(BOTH)).isFalse();
        assertThat(with(3, 11).full(BOTH)).isFalse();
        assertThat(with(3, 11).busy()).isGreaterThan(1);
    }

    @Test
    void whoHasRoomOnNoneIsFull() {
        assertThat(with(3, 12).full(BOTH)).isTrue();
        assertThat(with(4, 13).full(BOTH)).isTrue();
        assertThat(new Workload(new PersonId("lotte"), Map.of(), Map.of(ChannelKind.CHAT, 0)).full(Set.of(
                ChannelKind.CHAT))).isTrue();
    }

    @Test
    void aChannelThatNobodyCanWriteOnGivesNoRoom() {
        assertThat(with(3, 0).full(Set.of(ChannelKind.CHAT))).isTrue();
        assertThat(with(3, 12).full(Set.of())).isFalse();
    }

    private static Workload with(int chats, int mails) {
        return new Workload(new PersonId("lotte"), Map.of(ChannelKind.CHAT, chats, ChannelKind.EMAIL, mails), MOST);
    }
}
