package dev.loper.push;

import dev.loper.access.Colleague;
import dev.loper.board.Board;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.LiveCalls;
import dev.loper.customer.CustomerView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One change as a screen gets it: the current state of something it watches.
sealed interface Push {

    /// Tells the kinds apart on the wire.
    String type();

    /// What it tells the state of.
    default String about() {
        return switch (this) {
            case TopicPush push -> "topic " + push.item().topic().id();
            case RemovedPush push -> "topic " + push.topic();
            case EntryPush push -> "entry " + push.entry().id();
            case ConversationPush push -> "customer " + push.conversation();
            case KnownPush push -> "known " + push.conversation();
            case CountsPush push -> "counts";
            case BoardPush push -> "board";
            case PresencePush push -> "presence " + push.conversation();
            case PersonPush push -> "person " + push.person().id();
            case PromisePush push -> "promise " + push.promise();
            case PromisesPush push -> "promises";
            case OccasionsPush push -> "occasions";
            case HomesPush push -> "homes " + push.conversation();
            case CallPush push -> "call " + push.entry();
        };
    }

    /// A row: on screen, new in the watched view, or of the watched conversation.
    ///
    /// @param views the views of this person the topic is in now
    record TopicPush(String type, InboxItem item, List<String> views) implements Push {

        TopicPush(InboxItem item, List<String> views) {
            this("topic", item, views);
        }
    }

    /// An entry of the watched conversation, new or changed.
    record EntryPush(String type, String conversation, EntryView entry) implements Push {

        EntryPush(String conversation, EntryView entry) {
            this("entry", conversation, entry);
        }
    }

    /// The customer of the watched conversation changed.
    record ConversationPush(String type, String conversation, CustomerView customer) implements Push {

        ConversationPush(String conversation, CustomerView customer) {
            this("conversation", conversation, customer);
        }
    }

    /// More is known of the customer of the watched conversation; the screen asks for it, and is told what its person may see.
    record KnownPush(String type, String conversation) implements Push {

        KnownPush(String conversation) {
            this("known", conversation);
        }
    }

    /// Somebody who works here is called, does or stands otherwise now.
    record PersonPush(String type, Colleague person) implements Push {

        PersonPush(Colleague person) {
            this("person", person);
        }
    }

    /// A promise in the watched conversation was made or changed; the screen asks for it.
    record PromisePush(String type, String conversation, String promise) implements Push {

        PromisePush(String conversation, String promise) {
            this("promise", conversation, promise);
        }
    }

    /// Promises this person may see were made or changed; the screen asks which and how many.
    record PromisesPush(String type) implements Push {

        PromisesPush() {
            this("promises");
        }
    }

    /// Which occasions there are, or what holds them back, may have changed; the screen asks for those its person may see.
    record OccasionsPush(String type) implements Push {

        OccasionsPush() {
            this("occasions");
        }
    }

    /// The homes of the watched conversation changed: its timeline is to be loaded anew.
    ///
    /// @param at where it is found now: itself, or the conversation it was joined to
    record HomesPush(String type, String conversation, String at) implements Push {

        HomesPush(String conversation, String at) {
            this("homes", conversation, at);
        }
    }

    /// A call that concerns this person, as it is now.
    ///
    /// @param call none if it is over, or concerns them no longer
    record CallPush(String type, String entry, LiveCalls.@Nullable LiveCall call) implements Push {

        CallPush(String entry, LiveCalls.@Nullable LiveCall call) {
            this("call", entry, call);
        }
    }

    /// The counts beside the views.
    record CountsPush(String type, Map<String, Long> views, Map<String, Long> waiting,
            Map<String, Instant> longest) implements Push {

        CountsPush(Map<String, Long> views, Map<String, Long> waiting, Map<String, Instant> longest) {
            this("counts", views, waiting, longest);
        }
    }

    /// The supervisors' board, of the queues this person watches over.
    record BoardPush(String type, Board board) implements Push {

        BoardPush(Board board) {
            this("board", board);
        }
    }

    /// A row this person may not see, or which is gone.
    record RemovedPush(String type, String topic) implements Push {

        RemovedPush(String topic) {
            this("removed", topic);
        }
    }

    /// Who else is looking at the watched conversation. Never replayed.
    record PresencePush(String type, String conversation, List<Somebody> people) implements Push {

        PresencePush(String conversation, List<Somebody> people) {
            this("presence", conversation, people);
        }
    }

    /// @param state    `viewing` or `typing`
    /// @param customer whether it is the customer, and not one of us
    record Somebody(String id, String name, String state, boolean customer) {}
}
