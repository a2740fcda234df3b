package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Appended;
import dev.loper.message.PersonId;
import dev.loper.push.Screen.Watches;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a screen is told of, and what it is not.
class WatchTests extends PushTest {

    @Test
    void theOpenThreadGetsItsEntriesAndItsRow() {
        var ada = stranger();
        Appended.Stored first = says(ada, "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.thread(first.conversation()), node.head()));

        Appended.Stored second = says(ada, "Is anybody there?");

        screen.awaitCursor(node.head());
        JsonNode entry = screen.changes("entry").getLast();
        assertThat(entry.get("conversation").asString()).isEqualTo(first.conversation().value());
        assertThat(entry.at("/entry/id").asString()).isEqualTo(second.entry().value());
        assertThat(entry.at("/entry/text").asString()).isEqualTo("Is anybody there?");
        assertThat(screen.changes("topic").getLast().at("/item/preview").asString()).isEqualTo("Is anybody there?");
    }

    @Test
    void whatIsNotWatchedIsNotTold() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));

        says(stranger(), "Somebody else.");

        settle(screen);
        assertThat(screen.frames()).allSatisfy(frame -> assertThat(frame.get("changes")).isEmpty());
    }

    @Test
    void aRowOnTheScreenFollowsItsTopic() {
        var ada = stranger();
        Appended.Stored first = says(ada, "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.view("resolved", first.topic().value()), node.head()));

        says(ada, "Never mind, it is here.");

        screen.awaitCursor(node.head());
        JsonNode row = screen.changes("topic").getLast();
        assertThat(row.at("/item/preview").asString()).isEqualTo("Never mind, it is here.");
        assertThat(row.at("/item/unread").asBoolean()).isTrue();
        assertThat(screen.changes("entry")).isEmpty();
    }

    @Test
    void thatMoreIsKnownOfACustomerIsToldWhereTheirThreadIsOpenAndMovesNoRow() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen thread = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));
        Screen row = closing(node.screen("lotte", Watches.view("all", ada.topic().value()), node.head()));

        RedisKeys keys = node.bean(RedisKeys.class);
        node.bean(RedisStore.class).run(LuaScript.load("fact-say"), List.of(
                keys.facts(conversationOf(ada).homes().getFirst()), keys.of(Family.CLOCK), keys.of(Family.FEED),
                keys.conversation(ada.conversation()), keys.of(Family.OCCASIONS), keys.of(Family.OCCASION_DAYS)),
                List.of(ada.conversation().value(),
                        "10", "1", "{}", "1", "", ""));

        thread.awaitCursor(node.head());
        assertThat(thread.changes("known")).hasSize(1);
        settle(row);
        assertThat(row.changes("topic")).isEmpty();
    }

    @Test
    void aTopicThatEntersTheWatchedViewIsTold() {
        Screen screen = closing(node.screen("lotte", Watches.view("unassigned"), node.head()));

        Appended.Stored ada = says(stranger(), "Hello?");

        screen.awaitCursor(node.head());
        JsonNode row = screen.changes("topic").getLast();
        assertThat(row.at("/item/topic/id").asString()).isEqualTo(ada.topic().value());
        assertThat(texts(row.get("views"))).containsExactlyInAnyOrder("all", "queue:main", "unassigned");
    }

    /// Of a long list a screen knows the first page. What moves up into it is news, though it was in the list before.
    @Test
    void aTopicThatMovesUpInTheWatchedViewIsTold() {
        var ada = stranger();
        Appended.Stored first = says(ada, "Hello?");
        node.answered(first);
        Screen screen = closing(node.screen("lotte", Watches.view("all"), node.head()));

        says(ada, "Are you still there?");

        screen.awaitCursor(node.head());
        assertThat(screen.changes("topic").getLast().at("/item/topic/id").asString()).isEqualTo(first.topic().value());
    }

    /// Whoever took a topic by an answer gives it back with it, to everybody who looks for one.
    @Test
    void aTopicThatIsGivenBackByUndoIsToldToThoseWhoWatchTheUnassigned() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Runnable undo = node.answered(ada);
        Screen screen = closing(node.screen("bram", Watches.view("unassigned"), node.head()));

        undo.run();

        screen.awaitCursor(node.head());
        JsonNode row = screen.changes("topic").getLast();
        assertThat(row.at("/item/topic/id").asString()).isEqualTo(ada.topic().value());
        assertThat(texts(row.get("views"))).contains("unassigned");
    }

    /// Whose day it is, is not said: the screen asks, and is told of those its person may see.
    @Test
    void whoShowsOccasionsHearsThatSomeChangedAndNoMore() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen shows = closing(node.screen("lotte", Watches.ofOccasions(), node.head()));
        Screen thread = closing(node.screen("lotte", Watches.thread(ada.conversation()), node.head()));
        Screen other = closing(node.screen("bram", Watches.view("resolved"), node.head()));

        node.occasionChanged(ada);

        settle(shows, thread, other);
        assertThat(shows.changes("occasions")).isNotEmpty().allSatisfy(
                change -> assertThat(change.propertyNames()).containsExactly("type"));
        assertThat(thread.changes("known")).hasSize(1);
        assertThat(other.changes("occasions")).isEmpty();
        node.promiseChanged(ada);
        settle(shows);
        assertThat(shows.changes("occasions")).hasSizeGreaterThan(1);
    }

    /// The lists and counts of promises are asked for anew: which one changed is not said, nor is the topic's row.
    @Test
    void whoShowsPromisesHearsThatSomeChangedAndNoMore() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen shows = closing(node.screen("lotte", Watches.ofPromises(), node.head()));
        Screen other = closing(node.screen("bram", Watches.view("resolved"), node.head()));

        node.promiseChanged(ada);
        node.promiseChanged(ada);

        settle(shows, other);
        assertThat(shows.changes("promises")).isNotEmpty().allSatisfy(
                change -> assertThat(change.propertyNames()).containsExactly("type"));
        assertThat(shows.changes("topic")).isEmpty();
        assertThat(other.changes("promises")).isEmpty();
    }

    @Test
    void whatFollowsAtOnceInATopicThatEnteredIsTold() {
        var ada = stranger();
        Screen screen = closing(node.screen("lotte", Watches.view("unassigned"), node.head()));
        screen.frame(frame -> true);

        says(ada, "Hello?");
        screen.awaitCursor(node.head());
        says(ada, "Is anybody there?");

        settle(screen);
        assertThat(screen.changes("topic").getLast().at("/item/preview").asString()).isEqualTo("Is anybody there?");
    }

    @Test
    void aTopicThatIsAssignedIsMineForThatPersonOnly() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen lotte = closing(node.screen("lotte", Watches.view("mine"), node.head()));
        Screen bram = closing(node.screen("bram", Watches.view("mine"), node.head()));
        Screen fatima = closing(node.screen("fatima", Watches.view("all", ada.topic().value()), node.head()));

        commands().assign(conversationOf(ada), topicOf(ada), new PersonId("lotte"), "Lotte Jansen", LOTTE);

        settle(lotte, bram, fatima);
        assertThat(texts(lotte.changes("topic").getLast().get("views"))).containsExactlyInAnyOrder("all", "mine",
                "queue:main");
        assertThat(bram.changes("topic")).isEmpty();
        assertThat(texts(fatima.changes("topic").getLast().get("views"))).containsExactlyInAnyOrder("all",
                "queue:main");
    }

    @Test
    void aTopicThatLeavesTheWatchedViewIsTold() {
        Appended.Stored ada = says(stranger(), "Hello?");
        Screen screen = closing(node.screen("lotte", Watches.view("all", ada.topic().value()), node.head()));

        commands().resolve(conversationOf(ada), ada.topic(), LOTTE);

        screen.awaitCursor(node.head());
        assertThat(texts(screen.changes("topic").getLast().get("views"))).containsExactly("resolved");
    }

    @Test
    void aScreenThatTurnsToAnotherThreadHearsNoMoreOfTheFirst() {
        var ada = stranger();
        Appended.Stored first = says(ada, "Hello?");
        Appended.Stored other = says(stranger(), "Good morning.");
        Screen screen = closing(node.screen("lotte", Watches.thread(first.conversation()), node.head()));
        screen.watch(Watches.thread(other.conversation()), node.head());
        screen.awaitCursor(node.head());

        says(ada, "Is anybody there?");

        settle(screen);
        assertThat(screen.changes("entry")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vnobody", "", "*"})
    void aConversationThatIsNotThereForThisPersonIsNotWatched(String conversation) {
        Screen screen = closing(node.screen("lotte", Watches.thread(conversation), node.head()));

        says(stranger(), "Hello?");

        settle(screen);
        assertThat(screen.frames()).allSatisfy(frame -> assertThat(frame.get("changes")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine:bram", "everything", "all|"})
    void aViewThatIsNotAPersonsIsNotWatched(String view) {
        Screen screen = closing(node.screen("lotte", Watches.view(view), node.head()));

        Appended.Stored ada = says(stranger(), "Hello?");
        commands().assign(conversationOf(ada), topicOf(ada), new PersonId("bram"), "Bram Kuipers", LOTTE);

        settle(screen);
        assertThat(screen.frames()).allSatisfy(frame -> assertThat(frame.get("changes")).isEmpty());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
