package dev.loper.channel.webchat;

import dev.loper.channel.VisitorTimeline;
import dev.loper.channel.VisitorTimeline.Item;
import dev.loper.channel.VisitorTimeline.Page;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of a home thread a visitor may see: the messages exchanged with this very browser on this account, and those of
/// topics that were proven to be the visitor's.
///
/// The thread may hold more: notes, system entries, mails of the customer this visitor turned out to be, messages of
/// their other browsers, answers that can still be undone. A token proves none of that, so none of it is shown.
@Component
class ChatHistory {

    /// Messages in one page.
    static final int PAGE = 30;
    /// Entries read at once, and how often at the most for one page: cost follows the page, not the thread.
    private static final int SLICE = 60;
    private static final int SLICES = 30;

    private final VisitorTimeline timeline;
    private final AttachmentLinks links;

    ChatHistory(VisitorTimeline timeline, AttachmentLinks links) {
        this.timeline = timeline;
        this.links = links;
    }

    /// A page of messages, oldest first.
    ///
    /// @param newest the newest one of the page
    record Shown(List<ChatEntry> entries, boolean more, @Nullable EntryId newest) {

        static final Shown NOTHING = new Shown(List.of(), false, null);
    }

    /// @param before only older ones; none for the newest
    Shown page(ChatSite site, Visitor visitor, @Nullable EntryId before) {
        Found found = find(site, visitor, before);
        List<ChatEntry> entries = found.items().reversed().stream().map(item -> show(site, visitor, item)).toList();
        return new Shown(entries, found.more(), entries.isEmpty() ? null : entries.getLast().id());
    }

    /// One message in its present state, if it is this visitor's to see.
    Optional<ChatEntry> one(ChatSite site, Visitor visitor, EntryId entry) {
        return item(site, visitor, entry).map(item -> show(site, visitor, item));
    }

    /// Up to which of this visitor's messages somebody of ours has read.
    Optional<EntryId> readUpTo(ChatSite site, Visitor visitor) {
        return timeline.readUpTo(visitor).filter(entry -> item(site, visitor, entry).isPresent());
    }

    /// As [#one(ChatSite, Visitor, EntryId)], as the store has it.
    Optional<Item> item(ChatSite site, Visitor visitor, EntryId entry) {
        return timeline.entry(visitor, entry).filter(item -> shows(site, visitor, item));
    }

    /// The newest messages up to and including one, newest first; none if that one is not the visitor's to see.
    List<Item> upTo(ChatSite site, Visitor visitor, EntryId last) {
        List<Item> items = new ArrayList<>();
        item(site, visitor, last).ifPresent(item -> {
            items.add(item);
            items.addAll(find(site, visitor, last).items());
        });
        return items;
    }

    private Found find(ChatSite site, Visitor visitor, @Nullable EntryId before) {
        List<Item> items = new ArrayList<>();
        EntryId cursor = before;
        for (int slice = 0; slice < SLICES; slice++) {
            Page page = timeline.page(visitor, cursor, SLICE);
            for (Item item : page.items()) {
                if (shows(site, visitor, item)) {
                    if (items.size() == PAGE) {
                        return new Found(items, true);
                    }
                    items.add(item);
                }
            }
            if (!page.more()) {
                return new Found(items, false);
            }
            cursor = page.items().getLast().id();
        }
        return new Found(items, true);
    }

    private record Found(List<Item> items, boolean more) {}

    private static boolean shows(ChatSite site, Visitor visitor, Item item) {
        boolean here = item.channel() == ChannelKind.CHAT && site.id().equals(item.account())
                && visitor.equals(item.address());
        return item.type() == VisitorTimeline.Type.MESSAGE && (here || item.shown()) && hasLeft(item);
    }

    /// An answer is shown once it was sent: until then it can be undone.
    private static boolean hasLeft(Item item) {
        return item.delivery() == null || switch (item.delivery()) {
            case SENT, DELIVERED, READ -> true;
            case QUEUED, SENDING, FAILED, UNCONFIRMED, WITHDRAWN -> false;
        };
    }

    private ChatEntry show(ChatSite site, Visitor visitor, Item item) {
        List<ChatEntry.File> files = item.attachments().stream().map(
                attachment -> file(site, visitor, item.id(), attachment)).toList();
        return new ChatEntry(item.id(), clientId(visitor, item.providerId()), from(item), item.author().name(),
                item.text(), item.at(), files, false, promise(item.promised()), offer(visitor, item));
    }

    /// What was offered somewhere else is declined there.
    private static ChatEntry.@Nullable Offer offer(Visitor visitor, Item item) {
        VisitorTimeline.Offered offered = item.offered();
        return offered == null || item.channel() != ChannelKind.CHAT || !visitor.equals(item.address())
                ? null
                : new ChatEntry.Offer(offered.id(), offered.until());
    }

    private static ChatEntry.@Nullable Promise promise(VisitorTimeline.@Nullable Promised promised) {
        return promised == null ? null : new ChatEntry.Promise(promised.state(), promised.due(), promised.says());
    }

    private ChatEntry.File file(ChatSite site, Visitor visitor, EntryId entry, Attachment attachment) {
        return new ChatEntry.File(attachment.name(), attachment.type(), attachment.size(),
                links.link(site, visitor, entry, attachment));
    }

    private static @Nullable String clientId(Visitor visitor, @Nullable String providerId) {
        String prefix = visitor.value() + ":";
        return providerId != null && providerId.startsWith(prefix) ? providerId.substring(prefix.length()) : null;
    }

    private static String from(Item item) {
        return switch (item.author().kind()) {
            case CUSTOMER -> "visitor";
            case AGENT, BOT, INTEGRATION -> "agent";
            case SYSTEM, COLLEAGUE -> "system";
        };
    }
}
