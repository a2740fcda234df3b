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
import dev.loper.customer.CustomerWishes.Wishes;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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
@Tag(name = "Conversations")
@RequestMapping("/api/v1")
@AccessRule(Who.PEOPLE)
class ReplyOptionsController {

    private static final int LOOK_BACK = 30;

    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final Customers customers;
    private final ReplyOptions options;
    private final Channels channels;
    private final Clock clock;

    ReplyOptionsController(VisibleConversations conversations, Timeline timeline, Customers customers,
            ReplyOptions options, Channels channels, Clock clock) {
        this.conversations = conversations;
        this.timeline = timeline;
        this.customers = customers;
        this.options = options;
        this.channels = channels;
        this.clock = clock;
    }

    /// @param preferred the index of the option to begin with; null if none can be used
    record ReplyOptionsView(List<ReplyOptionView> options, @Nullable Integer preferred) {}

    /// @param reason     why it cannot be used, a stable word
    /// @param reasonText the same, a sentence
    /// @param quietUntil if it would disturb them now, until when the customer wishes for quiet
    /// @param everybody  whom a letter goes to if everybody who takes part is to read it
    record ReplyOptionView(ChannelKind channel, String account, String accountName, @Nullable AddressView to,
            boolean available,
            @Nullable String reason, @Nullable String reasonText, @Nullable Instant windowEndsAt,
            @Nullable Instant quietUntil, CapabilitiesView capabilities, @Nullable Addressing everybody) {}

    record AddressView(String kind, String value) {}

    record CapabilitiesView(boolean attachments, long maxAttachmentBytes, int maxAttachments,
            @Nullable Integer maxLength, boolean html, boolean subject, boolean letters, List<Delivery> receipts) {

        static CapabilitiesView of(ChannelCapabilities can) {
            return new CapabilitiesView(can.maxAttachmentBytes() > 0, can.maxAttachmentBytes(),
                    can.maxAttachments(), can.maxLength(), can.html(), can.subject(), can.letters(),
                    can.receipts().stream().sorted().toList());
        }
    }

    record AccountViews(List<AccountView> items) {}

    record AccountView(String id, ChannelKind channel, String name, String address, boolean enabled) {}

    @GetMapping("/conversations/{id}/reply-options")
    @Operation(summary = "Lists the ways to answer a customer now, and why a way is closed.")
    ReplyOptionsView options(@PathVariable String id, @RequestParam(required = false) @Nullable String topic,
            Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        List<Topic> topics = conversations.topics(conversation, viewer);
        Topic answered = topics.stream().filter(
                found -> topic == null || found.id().value().equals(topic)).findFirst().orElse(null);
        Customer customer = customers.find(conversation.customer()).orElseThrow(
                () -> ProblemException.notFound("There is no such customer."));
        List<ReplyOption> all = options.of(customer);
        Wishes wished = options.wishes(customer);
        Optional<ReplyOption> preferred = options.preferred(all, answered, wished);
        List<Entry> thread = answered == null
                ? List.of()
                : timeline.page(conversation, null, answered.id(), LOOK_BACK);
        return new ReplyOptionsView(
                all.stream().map(option -> view(option, wished, everybody(option, customer, thread))).toList(),
                preferred.map(all::indexOf).orElse(null));
    }

    @GetMapping("/channel-accounts")
    @Operation(summary = "Lists the channel accounts that are connected.")
    AccountViews accounts() {
        return new AccountViews(channels.ports().stream().flatMap(port -> port.accounts().stream()).map(
                account -> new AccountView(account.id().value(), account.channel(), account.name(),
                        account.address(), true)).toList());
    }

    private @Nullable Addressing everybody(ReplyOption option, Customer customer, List<Entry> thread) {
        Identity to = option.to();
        return to == null || !option.capabilities().letters()
                ? null
                : Addressing.of(customer, option, to.address().value(), thread, channels);
    }

    private ReplyOptionView view(ReplyOption option, Wishes wished, @Nullable Addressing everybody) {
        Identity to = option.to();
        ReplyOption.Obstacle obstacle = option.obstacle();
        return new ReplyOptionView(option.account().channel(), option.account().id().value(), option.account().name(),
                to == null ? null : new AddressView(to.address().kind(), to.address().value()), option.available(),
                obstacle == null ? null : obstacle.wire(), obstacle == null ? null : obstacle.sentence(),
                option.windowEnds(), wished.quietUntil(option.account().channel(), clock.instant()),
                CapabilitiesView.of(option.capabilities()), everybody);
    }
}
