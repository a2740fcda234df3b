package dev.loper.push;

import static org.awaitility.Awaitility.await;

import dev.loper.redis.RedisServer;
import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.InboundStore;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.TopicCommands;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;

import dev.loper.feed.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// A node, screens that are closed after each test, and customers who write.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PushTest {

    static final Author LOTTE = new Author(Author.Kind.AGENT, "lotte", "Lotte Jansen");

    final String workspace = RedisServer.newWorkspace();
    final List<Screen> screens = new ArrayList<>();
    PushNode node;

    @BeforeAll
    void start() {
        node = PushNode.start(workspace);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @AfterEach
    void closeScreens() {
        screens.forEach(Screen::close);
        screens.clear();
    }

    Screen closing(Screen screen) {
        screens.add(screen);
        return screen;
    }

    /// Waits until screens of this node have followed the feed to its head.
    void settle(Screen... all) {
        Cursor head = node.head();
        for (Screen screen : all) {
            await().until(() -> {
                node.heartbeat();
                return screen.reached(head);
            });
        }
    }

    /// Somebody nobody knows yet.
    static ChannelAddress.Phone stranger() {
        return new ChannelAddress.Phone("+316" + (10_000_000 + ThreadLocalRandom.current().nextInt(80_000_000)));
    }

    Appended.Stored says(ChannelAddress from, String words) {
        return (Appended.Stored) node.bean(InboundStore.class).append(Given.sms().from(from).saying(words).build());
    }

    Conversation conversationOf(Appended.Stored message) {
        return node.bean(Conversations.class).find(message.conversation()).orElseThrow();
    }

    Topic topicOf(Appended.Stored message) {
        return node.bean(Topics.class).find(message.topic()).orElseThrow();
    }

    TopicCommands commands() {
        return node.bean(TopicCommands.class);
    }
}
