package dev.loper.conversation;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.message.Attachment;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.web.PageCursor;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A conversation: its customer, its topics, its timeline and the files in it.
@RestController
@Tag(name = "Conversations")
@RequestMapping("/api/v1")
@AccessRule(Who.PEOPLE)
class ConversationController {

    private static final int PAGE = 50;
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{16}([0-9a-f]{8})?");

    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final InboxItems items;
    private final Customers customers;
    private final BlobStore blobs;
    private final Feed feed;

    ConversationController(VisibleConversations conversations, Timeline timeline, InboxItems items,
            Customers customers, BlobStore blobs, Feed feed) {
        this.conversations = conversations;
        this.timeline = timeline;
        this.items = items;
        this.customers = customers;
        this.blobs = blobs;
        this.feed = feed;
    }

    record ConversationView(String id, CustomerView customer, List<TopicView> topics, String live) {}

    /// @param next the `before` of the next, older page; null at the beginning of the conversation
    record EntriesPage(List<EntryView> items, @Nullable String next, String live) {}

    @GetMapping("/conversations/{id}")
    @Operation(summary = "Reads a conversation: its customer and its topics, the last active first.")
    ConversationView conversation(@PathVariable String id, Viewer viewer) {
        Cursor live = feed.head();
        Conversation conversation = conversations.conversation(id, viewer);
        List<Topic> topics = conversations.topics(conversation, viewer);
        return new ConversationView(conversation.id().value(), customerView(conversation.customer()),
                items.rows(topics, items.names(topics), viewer).stream().map(TopicView::of).toList(), live.toString());
    }

    @GetMapping("/conversations/{id}/entries")
    @Operation(summary = "Reads a page of the timeline, newest first.")
    EntriesPage entries(@PathVariable String id, @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String topic, Viewer viewer) {
        EntryId older = before == null ? null : new EntryId(PageCursor.check("before", before, ENTRY));
        Cursor live = feed.head();
        Conversation conversation = conversations.conversation(id, viewer);
        TopicId only = topic == null ? null : conversations.topic(topic, viewer).topic().id();
        List<Entry> page = timeline.page(conversation, older, only, PAGE);
        List<EntryView> views = conversations.readable(page, conversation, viewer);
        return new EntriesPage(views, page.size() < PAGE ? null : page.getLast().id().value(), live.toString());
    }

    @GetMapping("/conversations/{id}/entries/{entry}/attachments/{file}")
    @Operation(summary = "Downloads a file of an entry.")
    @Refuses(status = HttpStatus.GONE, type = "infected", when = "a virus was found in it, so that it was not kept")
    ResponseEntity<InputStreamResource> attachment(@PathVariable String id, @PathVariable String entry,
            @PathVariable String file, Viewer viewer) throws IOException {
        Conversation conversation = conversations.conversation(id, viewer);
        Attachment attachment = conversations.visible(find(conversation, new EntryId(entry)), viewer).stream().flatMap(
                found -> found.attachments().stream()).filter(
                        found -> found.id().equals(file)).findFirst().orElseThrow(
                                () -> ProblemException.notFound("There is no such file in this conversation."));
        if (attachment.infected()) {
            throw new ProblemException("infected", HttpStatus.GONE,
                    "A virus was found in this file, so it was not kept. Ask the customer to send it another way.");
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(attachment.type())).contentLength(
                attachment.size()).header(HttpHeaders.CONTENT_DISPOSITION,
                        AttachmentContent.disposition(attachment.name(), attachment.type())).header(
                                "X-Content-Type-Options", "nosniff").header("Content-Security-Policy",
                                        "sandbox; default-src 'none'").header(HttpHeaders.CACHE_CONTROL,
                                                "private, max-age=86400, immutable").body(
                                                        new InputStreamResource(blobs.open(attachment.id())));
    }

    @GetMapping("/customers/{id}")
    @Operation(summary = "Reads a customer with their identities.")
    CustomerView customer(@PathVariable String id, Viewer viewer) {
        CustomerView found = customerView(new CustomerId(id));
        conversations.conversation(found.conversation(), viewer);
        return found;
    }

    private List<Entry> find(Conversation conversation, EntryId entry) {
        return conversation.homes().stream().flatMap(home -> timeline.find(home, entry).stream()).toList();
    }

    private CustomerView customerView(CustomerId id) {
        return customers.find(id).map(CustomerView::of).orElseThrow(
                () -> ProblemException.notFound("There is no such customer."));
    }
}
