package dev.loper.reply;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Delivery;
import dev.loper.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How a customer can be answered now, and the accounts that are connected.
@RestController
@RequestMapping("/api/v1")
@AccessRule(Who.PEOPLE)
class ReplyOptionsController {

    private static final int LOOK_BACK = 30;

    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final Customers customers;
    private final ReplyOptions options;
    private final Channels channels;

    ReplyOptionsController(VisibleConversations conversations, Timeline timeline, Customers customers,
            ReplyOptions options, Channels channels) {
        this.conversations = conversations;
        this.timeline = timeline;
        this.customers = customers;
        this.options = options;
        this.channels = channels;
    }

    /// @param preferred the index of the option to begin with; null if none can be used
    record Options(List<Option> options, @Nullable Integer preferred) {}

    /// @param reason     why it cannot be used, a stable word
    /// @param reasonText the same, a sentence
    /// @param everybody  whom a letter goes to if everybody who takes part is to read it
    record Option(String channel, String account, String accountName, @Nullable To to, boolean available,
            @Nullable String reason, @Nullable String reasonText, @Nullable Instant windowEndsAt,
            Capabilities capabilities, @Nullable Addressing everybody) {}

    record To(String kind, String value) {}

    record Capabilities(boolean attachments, long maxAttachmentBytes, @Nullable Integer maxLength, boolean html,
            boolean subject, boolean letters, List<String> receipts) {

        static Capabilities of(ChannelCapabilities can) {
            return new Capabilities(can.maxAttachmentBytes() > 0, can.maxAttachmentBytes(), can.maxLength(),
                    can.html(), can.subject(), can.letters(),
                    can.receipts().stream().sorted().map(Delivery::wire).toList());
        }
    }

    record Accounts(List<AccountView> items) {}

    record AccountView(String id, String channel, String name, String address, boolean enabled) {}

    @GetMapping("/conversations/{id}/reply-options")
    Options options(@PathVariable String id, @RequestParam(required = false) @Nullable String topic, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        List<Topic> topics = conversations.topics(conversation, viewer);
        Topic answered = topics.stream().filter(
                found -> topic == null || found.id().value().equals(topic)).findFirst().orElse(null);
        Customer customer = customers.find(conversation.customer()).orElseThrow(
                () -> ProblemException.notFound("There is no such customer."));
        List<ReplyOption> all = options.of(customer);
        Optional<ReplyOption> preferred = options.preferred(all, answered);
        List<Entry> thread = answered == null
                ? List.of()
                : timeline.page(conversation, null, answered.id(), LOOK_BACK);
        return new Options(all.stream().map(option -> view(option, everybody(option, customer, thread))).toList(),
                preferred.map(all::indexOf).orElse(null));
    }

    @GetMapping("/channel-accounts")
    Accounts accounts() {
        return new Accounts(channels.ports().stream().flatMap(port -> port.accounts().stream()).map(
                account -> new AccountView(account.id().value(), account.channel().wire(), account.name(),
                        account.address(), true)).toList());
    }

    private @Nullable Addressing everybody(ReplyOption option, Customer customer, List<Entry> thread) {
        Identity to = option.to();
        return to == null || !option.capabilities().letters()
                ? null
                : Addressing.of(customer, option, to.address().value(), thread, channels);
    }

    private static Option view(ReplyOption option, @Nullable Addressing everybody) {
        Identity to = option.to();
        ReplyOption.Obstacle obstacle = option.obstacle();
        return new Option(option.account().channel().wire(), option.account().id().value(), option.account().name(),
                to == null ? null : new To(to.address().kind(), to.address().value()), option.available(),
                obstacle == null ? null : obstacle.wire(), obstacle == null ? null : obstacle.sentence(),
                option.windowEnds(), Capabilities.of(option.capabilities()), everybody);
    }
}
