package dev.loper.push;

import dev.loper.access.Browser;
import dev.loper.push.Screen.Watches;
import dev.loper.feed.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an agent sees, kept as the app keeps it: loaded once, then brought up to date by what is pushed, over any number
/// of lost lines.
final class Shown implements AutoCloseable {

    private final Browser browser;
    private final String view;
    private final Map<String, JsonNode> rows = new TreeMap<>();
    private final Map<String, JsonNode> topics = new TreeMap<>();
    private final Map<String, JsonNode> entries = new TreeMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private Set<String> watched = new HashSet<>();
    private String thread;
    private @Nullable JsonNode customer;
    private @Nullable JsonNode counts;
    private @Nullable Screen screen;
    private @Nullable Cursor head;
    private String epoch = "";
    private int applied;
    private long requests;

    /// A request that is not answered yet, and from where it asked to be told.
    private record Asked(long number, @Nullable Cursor from) {}

    Shown(Browser browser, String view, Object thread) {
        this.browser = browser;
        this.view = view;
        this.thread = thread.toString();
        load();
    }

    /// Loads all of it, as an app that is opened does.
    private void load() {
        known.clear();
        watched.clear();
        asked.clear();
        head = null;
        loadView();
        loadThread();
        JsonNode answer = get("/api/v1/inbox/counts");
        counts = answer;
        know("counts", answer);
    }

    private void loadView() {
        rows.clear();
        JsonNode page = get("/api/v1/inbox?view=" + view);
        know("view", page);
        for (JsonNode from = page;; page = get(
                "/api/v1/inbox?view=" + view + "&cursor=" + page.get("next").asString())) {
            page.get("items").forEach(item -> {
                rows.put(item.at("/topic/id").asString(), item);
                know("row " + item.at("/topic/id").asString(), from);
            });
            if (page.get("next").isNull()) {
                return;
            }
        }
    }

    private void loadThread() {
        topics.clear();
        entries.clear();
        JsonNode conversation = get("/api/v1/conversations/" + thread);
        customer = conversation.get("customer");
        conversation.get("topics").forEach(topic -> topics.put(topic.get("id").asString(), topic));
        String path = "/api/v1/conversations/" + thread + "/entries";
        JsonNode page = get(path);
        while (true) {
            page.get("items").forEach(entry -> entries.put(entry.get("id").asString(), entry));
            if (page.get("next").isNull()) {
                break;
            }
            page = get(path + "?before=" + page.get("next").asString());
        }
        know("thread", conversation);
    }

    private JsonNode get(String path) {
        Browser.Answer answer = browser.get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private void know(String piece, JsonNode answer) {
        Cursor live = Cursor.parse(answer.get("live").asString()).orElseThrow();
        epoch = live.epoch();
        known.put(piece, live.sequence());
    }

    /// Connects to a node and presents what it knows.
    void connect(PushNode node) {
        screen = Screen.open(node.port(), browser);
        applied = 0;
        Cursor from = older(turn(), head);
        for (Asked request : asked) {
            from = older(from, request.from());
        }
        asked.clear();
        ask(from);
    }

    /// The line is cut: what has not arrived is lost.
    void cut() {
        if (screen != null) {
            screen.cut();
            takeIn(screen);
            screen = null;
        }
    }

    boolean connected() {
        return screen != null;
    }

    /// Opens another conversation.
    void open(Object conversation) {
        thread = conversation.toString();
        known.remove("thread");
        watched.remove("thread");
        loadThread();
        watchAgain();
    }

    /// Applies what has arrived, and watches the rows that are new.
    void apply() {
        if (screen != null) {
            takeIn(screen);
            if (rows.keySet().stream().anyMatch(row -> !watched.contains("row " + row))) {
                watchAgain();
            }
        }
    }

    private void takeIn(Screen from) {
        while (applied < from.frames().size()) {
            JsonNode frame = from.frames().get(applied++);
            if (frame.get("reload").asBoolean()) {
                load();
            } else {
                head = Cursor.parse(frame.get("cursor").asString()).orElseThrow();
                asked.removeIf(request -> request.number() <= frame.get("watch").asLong());
                frame.get("changes").forEach(this::apply);
            }
        }
    }

    private void watchAgain() {
        if (screen != null) {
            ask(turn());
        }
    }

    private void ask(@Nullable Cursor from) {
        asked.add(new Asked(++requests, from));
        java.util.Objects.requireNonNull(screen).watch(
                new Watches(view, List.copyOf(rows.keySet()), thread, true),
                from == null ? null : from.toString(), requests);
    }

    /// Takes all that is shown for watched; returns from where the new pieces have to be told.
    private @Nullable Cursor turn() {
        Set<String> pieces = new HashSet<>(Set.of("view", "thread", "counts"));
        rows.keySet().forEach(row -> pieces.add("row " + row));
        for (String left : watched) {
            if (!pieces.contains(left) && head != null) {
                Cursor at = head;
                for (Asked request : asked) {
                    at = java.util.Objects.requireNonNull(older(at, request.from()));
                }
                known.put(left, at.sequence());
            }
        }
        Cursor from = null;
        for (String piece : pieces) {
            if (!watched.contains(piece)) {
                from = older(from, new Cursor(epoch, java.util.Objects.requireNonNull(known.get(piece), piece)));
            }
        }
        watched = pieces;
        return from;
    }

    private static @Nullable Cursor older(@Nullable Cursor one, @Nullable Cursor other) {
        return one == null || other != null && other.sequence() < one.sequence() ? other : one;
    }

    private void apply(JsonNode change) {
        switch (change.get("type").asString()) {
            case "topic" -> topic(change);
            case "removed" -> {
                rows.remove(change.get("topic").asString());
                topics.remove(change.get("topic").asString());
            }
            case "entry" -> {
                if (change.get("conversation").asString().equals(thread)) {
                    entries.put(change.at("/entry/id").asString(), change.get("entry"));
                }
            }
            case "conversation" -> {
                if (change.get("conversation").asString().equals(thread)) {
                    customer = change.get("customer");
                }
            }
            case "counts" -> counts = change;
            default -> {
            }
        }
    }

    private void topic(JsonNode change) {
        JsonNode item = change.get("item");
        String id = item.at("/topic/id").asString();
        boolean in = change.get("views").valueStream().anyMatch(name -> name.asString().equals(view));
        if (in) {
            rows.put(id, item);
        } else {
            rows.remove(id);
        }
        if (!watched.contains("row " + id)) {
            known.put("row " + id, java.util.Objects.requireNonNull(head).sequence());
        }
        if (item.get("conversation").asString().equals(thread)) {
            topics.put(id, item);
        }
    }

    /// Whether it has followed the feed up to a cursor, and the node answered its last request.
    boolean reached(Cursor upTo) {
        apply();
        return head != null && head.sequence() >= upTo.sequence() && asked.isEmpty();
    }

    /// Whether the counts it shows are those of now.
    boolean countsAreNew() {
        apply();
        return text(java.util.Objects.requireNonNull(counts)).equals(text(get("/api/v1/inbox/counts")));
    }

    private static String text(JsonNode counts) {
        return counts.get("views") + " " + counts.get("waiting");
    }

    /// The same, opened anew.
    Shown loadedNow() {
        return new Shown(browser, view, thread);
    }

    /// What this screen shows and the other does not.
    List<String> beside(Shown other) {
        List<String> mine = everything();
        mine.removeAll(other.everything());
        return mine;
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>(List.of(text(java.util.Objects.requireNonNull(counts)), "customer "
                + withoutLastSeen(java.util.Objects.requireNonNull(customer))));
        rows.values().forEach(row -> all.add("row " + row));
        topics.values().forEach(topic -> all.add("topic " + topicOf(topic)));
        entries.values().forEach(entry -> all.add("entry " + entry));
        return all;
    }

    /// When somebody was last seen follows from their entries, and is not pushed beside them.
    private static String withoutLastSeen(JsonNode customer) {
        return customer.toString().replaceAll(",\"lastSeen\":[^}]*", "");
    }

    /// The same of a row as the list gives it and as the conversation gives it.
    private static String topicOf(JsonNode either) {
        JsonNode topic = either.has("topic") ? either.get("topic") : either;
        List<String> words = new ArrayList<>();
        for (String field : List.of("id", "title", "status", "assignee", "assigneeName", "queue", "waitingSince",
                "createdAt", "resolvedAt", "snoozedUntil")) {
            words.add(field + "=" + topic.get(field));
        }
        for (String field : List.of("channel", "preview", "previewBy", "at", "unread", "failed")) {
            words.add(field + "=" + either.get(field));
        }
        return String.join(" ", words);
    }

    @Override
    public void close() {
        cut();
    }
}
