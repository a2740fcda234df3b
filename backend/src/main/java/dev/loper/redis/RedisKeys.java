package dev.loper.redis;

import dev.loper.message.AccountId;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key schema: every key of a workspace is named here and described in [Family].
///
/// All keys of a workspace carry its hash tag, so that a Lua script may change several of them in one atomic step, on
/// one server and on a Cluster alike. `docs/redis-schema.md` is this class in prose; a test holds them together.
@Component
public final class RedisKeys {

    private final String prefix;

    public RedisKeys(@Value("${loper.workspace:main}") String workspace) {
        if (!workspace.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("A workspace's name has up to 32 of a–z, 0–9 and “-”; “" + workspace
                    + "” has others. Choose another with --loper.workspace.");
        }
        this.prefix = "{" + workspace + "}:";
    }

    /// The kinds of keys, each with its Redis type and what it holds.
    public enum Family {
        SCHEMA("schema", "string", "The version of this schema the data is in."),
        SECRET("secret", "string", "The fingerprint of the secret key the data was made with."),
        CLOCK("clock", "hash",
                "`ms`, `n`: the last minted id's time and counter. `seq`: the last number of the feed."
                        + " `imported`: how many entries were imported."),
        IDENTITIES("identities", "hash",
                "`kind:value` → JSON: customer, conversation, home thread, level, shared, when last heard"
                        + " from and on which account (as its provider says when that was sent), `heard`: the same of other"
                        + " accounts it wrote to before; `shown`: a number that is theirs by being shown alone; of a visitor"
                        + " `follows`: homes of others that hold what was said on it, as well."),
        CUSTOMER("customer:<customer>", "hash",
                "`name`, `language`, `zone`, `conversation`, `since`, and one field `identity:<kind:value>`"
                        + " each; `claim:<kind:value>` → home thread, for what they only typed; `lent:<home>:<kind:value>`: another"
                        + " customer's address they may be answered on, from that home; `into`: the customer they were"
                        + " joined to, `joined:<customer>` → the deed that joined that one to them; `moved:<deed>`: what they gave"
                        + " to others or got from them, as long as it holds."),
        CONVERSATION("conversation:<conversation>", "hash",
                "`customer`; `home:<home>` → the customer each home thread is of by origin; `into`: the"
                        + " conversation it was joined to; `rev`: raised when homes come or go; `newest`, `newestBy`, `newestOther`:"
                        + " the newest message, who wrote it, and the newest one by anybody else; `helper`, `helperAt`: which of us"
                        + " answered last, and when."),
        CONVERSATION_TOPICS("conversation-topics:<conversation>", "zset", "Topic ids, scored by last activity (ms)."),
        TOPICS("topics", "hash", "Topic id → JSON: the topic's state, as a row of a view needs it."),
        VIEWS("views", "zset",
                "All views in one: members `<view>|<order>|<topic>`, score 0, and each again for its queue:"
                        + " `<view>@<queue>|…`; among them `load:<person>:<channel>`: what somebody has open, and"
                        + " `held:<person>`: what they have snoozed; only by queue `soon@<queue>|…`, `late@<queue>|…`:"
                        + " by their target. A view is a lexicographic range."),
        CLUES("clues", "zset",
                "Both ways in one: `at|<clue>|<identity>` and `of|<identity>|<clue>`, score 0: order numbers, postcodes and"
                        + " typed addresses that may tell that two customers are one."),
        NAMES("customer-names", "zset",
                "`<word>|<customer>`, score 0: the words of the names customers have or had, by which they are looked up."),
        APART("apart", "zset",
                "`<customer>|<other>`, both ways, score 0: two of whom it was said that they are not one."),
        FLOW("flow", "hash",
                "`<queue>|<minute modulo 120>` → JSON: that minute, how many waits began in it, how many an answer"
                        + " ended."),
        DEEDS("deeds", "hash",
                "Deed id → `<mark> <JSON>`: who was joined or taken apart, or what was given to whom, by whom, and what it"
                        + " takes to undo it; the mark is an entry id of that moment, after a move with `:` and the topic"
                        + " that began."),
        THREAD("thread:<home>", "zset", "Entry ids of a home thread, score 0."),
        LANES("lanes:<home>", "zset", "`<topic>|<entry>` of a home thread, score 0: one topic's entries in order."),
        ENTRIES("entries:<home>", "hash", "Entry id → its immutable, opaque body."),
        STATES("states:<home>", "hash", "Entry id → JSON: what may change about it: topic, delivery."),
        PROVIDER("provider:<account>:<id>", "string",
                "A provider's message id → JSON: the entry it is, and the first answer. Kept 30 days."),
        CLIENT("client:<author>:<id>", "string",
                "A client's id of a write → the first answer, and a digest of what was asked. Kept 30 days."),
        ANSWER("answer:<person>:<digest>", "hash",
                "`print`, `owner`, `answer`: a write with an `Idempotency-Key`, what was asked, and the sealed answer it got."
                        + " Kept 24 hours."),
        ANSWER_SALT("answer-salt", "string",
                "What those answers are sealed under, besides their keys. Goes when a customer is erased: so they all do."),
        IMPORTS("imports:<source>", "hash",
                "What was imported from one source: `item|<id>` → the first answer; `thread|<identity>|<thread>` → its"
                        + " topic."),
        READ("read:<person>", "hash", "Topic id → the newest entry this person has seen in it."),
        FEED("feed", "stream", "The change feed: ids and kinds, no content. Ids are `<sequence>-0`."),
        OUTBOUND("outbound:<account>", "zset", "Lanes (home threads) with something to send, scored by due time."),
        OUTBOUND_LANE("outbound-lane:<account>:<home>", "zset",
                "Entry ids waiting to be sent, score 0: sent one after the other."),
        OUTBOUND_ACCOUNTS("outbound-accounts", "set", "Accounts that ever had something to send."),
        TIMERS("timers", "zset", "Timers `<kind>|<id>|<version>`, scored by due time (ms)."),
        PROMISES("promises", "hash",
                "Promise id → JSON: its state, moment, owner, topic, sentence, and the moments it had before."),
        PROMISE_TEXTS("promise-texts", "hash", "Promise id → JSON: what was heard and what will be done. Opaque."),
        PROMISE_VIEWS("promise-views", "zset",
                "All lists of promises in one: members `<list>|<order>|<promise>`, score 0. A list is a state, alone or"
                        + " of an owner or a queue."),
        TOPIC_PROMISES("topic-promises:<topic>", "zset",
                "Promise ids of a topic, open ones scored by their moment (ms), closed ones after them."),
        PROMISE_LINKS("promise-links", "hash", "SHA-256 of the token of a promise's page → promise id."),
        FACTS("facts:<home>", "zset",
                "Facts, JSON, of a home thread, scored by when they were said (ms), and what one of us wrote down after all that was said: the order in which they make room."),
        FACT_KINDS("fact-kinds", "hash",
                "Kind id → JSON: what it is called, its pattern, the questions that ask for it."),
        FACT_CURSOR("fact-cursor", "string", "The number of the feed up to which facts were looked for."),
        OCCASIONS("occasions", "zset",
                "`<month>-<day>|<kind>|<home>|<conversation>|<year>|<topic>`, score 0: birthdays and jubilees by the day of"
                        + " the year, as the facts of each home say now."),
        OCCASION_DAYS("occasion-days", "hash",
                "`<home>|<kind>` → its member among the occasions, empty where none is so any more; `<home>|<kind>|at`: when"
                        + " that was said (ms)."),
        OCCASIONS_DONE("occasions-done:<year>", "hash",
                "`<home>|<kind>` → JSON: who made the gesture of that year, or left it, and when. Kept 400 days."),
        COMPLAINTS("complaints:<home>", "zset",
                "Entry ids of what reads as a complaint in a home thread, scored by when it was said (ms); the newest 100."),
        FACT_FIGURES("fact-figures:<day>", "hash",
                "`<asked or repeated>|<channel, queue or team>|<id>` → how many questions. Kept 400 days."),
        FACT_COUNTED("fact-counted:<day>", "set", "Answers whose questions were counted. Kept 3 days."),
        CALLS("calls", "hash",
                "Entry id of a call that is on → JSON: its home thread, and whose phone rings or who speaks."),
        HANDOVERS("handovers", "hash",
                "Handover id → JSON: its state, its route, its topic, who offered it, until when, who arrived by it."),
        HANDOVER_TOKENS("handover-tokens", "hash",
                "SHA-256 of what finds a handover (its link, the text it is taken with, the address it was written to) →"
                        + " handover id."),
        HANDOVER_CODES("handover-codes", "hash",
                "Keyed digest of a spoken code → handover id, while that is open: no two open ones have the same."),
        HANDOVER_TRIES("handover-tries:<call>", "hash",
                "Keyed digest of what a call keyed in → `wrong`, or the handover id it was. Kept a day."),
        TOPIC_HANDOVERS("topic-handovers:<topic>", "zset",
                "Handover ids of a topic, scored by when they were offered (ms)."),
        HANDOVER_FIGURES("handover-figures:<day>", "hash",
                "`<from>|<to>|<what>` → how many: what became of the handovers offered on a day, and in how many seconds they"
                        + " arrived (`took<n>`: in less than 2ⁿ)."),
        HANDOVER_ROUTES("handover-routes", "hash",
                "`<from>|<to>` → JSON: how an administrator changed a route."),
        PROMISE_FIGURES("promise-figures:<day>", "hash",
                "What happened to promises on a day, by the wall clock of the default calendar:"
                        + " `<what>|<channel>|<queue>|<owner>` → how often; of `lateness`, milliseconds."),
        PROMISE_ACTIONS("promise-actions", "hash",
                "Language → JSON: the sentences of what we will do that everybody can take, as administrators wrote them."),
        LATE_MAILS("late-mails", "zset",
                "`<person>|<moment>|<promise>`, score 0: which late promises a person is to be told of in their next mail."),
        REQUESTS("requests", "hash",
                "Colleague request id → JSON: its topic, its promise if one depends on it, whom it asks, by whom, until when, how it"
                        + " stands."),
        REQUEST_TEXTS("request-texts", "hash", "Colleague request id → JSON: what is asked. Opaque."),
        PROMISE_REQUESTS("promise-requests:<promise>", "zset",
                "Colleague request ids of a promise, scored by when they were asked (ms)."),
        TOPIC_REQUESTS("topic-requests:<topic>", "zset",
                "Colleague request ids of a topic, on which no promise depends, scored by when they were asked (ms)."),
        REQUEST_LINKS("request-links", "hash",
                "SHA-256 of the token of a colleague request's page, or of its mail → its id."),
        UPLOADS("uploads", "zset",
                "Blob ids of uploaded files that no message has, scored by when they are removed (ms)."),
        DEAD_LETTERS("dead-letters", "zset", "Dead letter ids, scored by arrival (ms)."),
        DEAD_LETTER("dead-letter:<id>", "hash",
                "One dead letter: account, channel, the provider's id if it has one, reason, headers, attempts, the message's"
                        + " size and blob."),
        DISCARDED_LETTER("discarded-letter:<id>", "string",
                "A dead letter with a provider's id that left the list, so that it does not come back. Kept 30 days."),
        LOG_MARKS("log-marks", "hash",
                "Account id → until when its provider's message log was read (ms)."),
        PRESENCE("presence", "hash",
                "Person id → JSON: how they stand: state, why, until when, and since when they are not here."),
        SCREENS("screens", "zset", "People with a screen open on any node, scored by when that lapses (ms)."),
        INPUTS("inputs", "zset", "People with a screen open, scored by when they last typed or clicked (ms)."),
        COVERS("covers", "hash",
                "`<person>|<supervisor>` → JSON: who takes over their work on a supervisor's word, until it is done."),
        LEASE("lease:<name>", "string", "Who does a job that only one node may do, with a time to live."),
        PEOPLE("people", "hash", "Person id → JSON: name, email, password hash, roles, language, work."),
        PEOPLE_BY_EMAIL("people-by-email", "hash", "Sign-in address → person id."),
        ADMINISTRATORS("administrators", "set", "Ids of the people who may administer: the last of them stays."),
        QUEUES("queues", "hash", "Queue id → JSON: name, languages, calendar, targets, the rules that feed it."),
        INVITATIONS("invitations", "hash",
                "SHA-256 of an invitation's link → JSON: who is invited, as what, into which queues, by whom, until when."),
        INVITATIONS_BY_EMAIL("invitations-by-email", "hash",
                "Address that is invited → SHA-256 of the link of the moment."),
        TEAMS("teams", "hash", "Team id → its name."),
        TEAM_MEMBERS("team-members", "zset", "`<team>|<person>`, score 0: who is in which team."),
        TEAM_VERSIONS("team-versions", "hash", "Team id → how often its name or people were changed."),
        DEPARTMENTS("departments", "hash", "Department id → JSON: name, address, language."),
        TOKENS("tokens", "hash", "SHA-256 of an API token → JSON: person, name, by whom, created, last used."),
        SETUP("setup", "string", "SHA-256 of the one-time set-up link, while there is no person."),
        ATTEMPTS("attempts:<what>", "string", "A bucket of attempts left, of signing in."),
        CALENDARS("calendars", "hash", "Calendar id → JSON: version, name, zone, opening hours, holidays."),
        AUDIT("audit", "stream", "What people did: who, what, to whom, from where."),
        VISITOR("visitor:<visitor>", "hash",
                "What a chat visitor typed before their first message; `proof`, `user`: what they proved, and as whom they"
                        + " were signed in on the site; `seen`: how far we read theirs. Kept 30 days."),
        STEPS("steps:<visitor>", "hash", "Step id → JSON: what a visitor did, cleaned. Kept 30 days after the last."),
        STEP_ORDER("step-order:<visitor>", "zset", "Step ids of a visitor, scored by when (ms). As the steps."),
        NO_STEPS("no-steps:<visitor>", "string",
                "Which consent a visitor took back (a keyed digest of their page's name for it), while they have not given"
                        + " another: what comes under it is not kept, and no back end tells of them."),
        TRIGGERS("triggers", "hash", "Trigger id → JSON: when visitors are invited to chat, and how."),
        TRIGGER_COUNTS("trigger-counts", "hash",
                "`<trigger>|<shown, taken or dismissed>` → how many invitations."),
        INVITED("invited:<visitor>", "hash",
                "How far a visitor is with triggers: `since:<trigger>`, `offer`, `due`, `shown`, `rest`. Kept 30 days"
                        + " after the last, or as long as a trigger's own pause."),
        RESUME("resume:<digest>", "string",
                "SHA-256 of the token of a link to resume → JSON: its origin, and which step. Kept 24 hours."),
        CODE("code:<visitor>", "hash",
                "A visitor's one-time code: `digest`, the `address` it went to, how many tries are `left`."),
        CODES_SENT("codes-sent:<address>", "string",
                "How many one-time codes an address got within an hour; of `all-texts`, all numbers together."),
        SITE_USERS("site-users", "hash", "`<account>|<user of the site>` → the visitor they came as first."),
        SESSION("session:*", "hash", "Sign-in sessions, kept by Spring Session."),
        PUBLISHED("published:<topic>", "channel", "Pub/sub for what is not stored: typing and viewing.");

        private final String pattern;
        private final String[] fixed;
        private final String type;
        private final String holds;

        Family(String pattern, String type, String holds) {
            this.pattern = pattern;
            this.fixed = pattern.split("<[a-z]+>");
            this.type = type;
            this.holds = holds;
        }

        public String pattern() {
            return pattern;
        }

        public String type() {
            return type;
        }

        public String holds() {
            return holds;
        }

        /// This family's key of these parts. Called a dozen times for every message, so the pattern is cut up only once.
        private String name(String... parts) {
            StringBuilder name = new StringBuilder(64);
            for (int i = 0; i < fixed.length; i++) {
                name.append(fixed[i]).append(i < parts.length ? parts[i] : "");
            }
            return name.toString();
        }
    }

    /// The key of a family without parts, such as [Family#FEED].
    public String of(Family family) {
        return prefix + family.pattern();
    }

    public String customer(CustomerId customer) {
        return key(Family.CUSTOMER, customer.value());
    }

    public String conversation(ConversationId conversation) {
        return key(Family.CONVERSATION, conversation.value());
    }

    public String conversationTopics(ConversationId conversation) {
        return key(Family.CONVERSATION_TOPICS, conversation.value());
    }

    public String thread(HomeId home) {
        return key(Family.THREAD, home.value());
    }

    public String lanes(HomeId home) {
        return key(Family.LANES, home.value());
    }

    public String entries(HomeId home) {
        return key(Family.ENTRIES, home.value());
    }

    public String states(HomeId home) {
        return key(Family.STATES, home.value());
    }

    public String provider(AccountId account, String id) {
        return key(Family.PROVIDER, account.value(), id);
    }

    public String imports(String source) {
        return key(Family.IMPORTS, source);
    }

    public String client(String author, String id) {
        return key(Family.CLIENT, author, id);
    }

    /// @param digest of the key
    public String answer(String person, String digest) {
        return key(Family.ANSWER, person, digest);
    }

    public String read(PersonId person) {
        return key(Family.READ, person.value());
    }

    public String outbound(AccountId account) {
        return key(Family.OUTBOUND, account.value());
    }

    public String outboundLane(AccountId account, HomeId home) {
        return key(Family.OUTBOUND_LANE, account.value(), home.value());
    }

    public String topicPromises(TopicId topic) {
        return key(Family.TOPIC_PROMISES, topic.value());
    }

    public String facts(HomeId home) {
        return key(Family.FACTS, home.value());
    }

    public String complaints(HomeId home) {
        return key(Family.COMPLAINTS, home.value());
    }

    public String occasionsDone(int year) {
        return key(Family.OCCASIONS_DONE, String.valueOf(year));
    }

    /// @param day ISO 8601
    public String factFigures(String day) {
        return key(Family.FACT_FIGURES, day);
    }

    /// @param day ISO 8601
    public String factCounted(String day) {
        return key(Family.FACT_COUNTED, day);
    }

    public String topicHandovers(TopicId topic) {
        return key(Family.TOPIC_HANDOVERS, topic.value());
    }

    public String handoverTries(String call) {
        return key(Family.HANDOVER_TRIES, call);
    }

    /// @param day as in `2026-11-26`
    public String handoverFigures(String day) {
        return key(Family.HANDOVER_FIGURES, day);
    }

    /// @param day by UTC
    public String promiseFigures(LocalDate day) {
        return key(Family.PROMISE_FIGURES, day.toString());
    }

    public String promiseRequests(PromiseId promise) {
        return key(Family.PROMISE_REQUESTS, promise.value());
    }

    public String topicRequests(TopicId topic) {
        return key(Family.TOPIC_REQUESTS, topic.value());
    }

    public String deadLetter(String id) {
        return key(Family.DEAD_LETTER, id);
    }

    public String discardedLetter(String id) {
        return key(Family.DISCARDED_LETTER, id);
    }

    public String lease(String name) {
        return key(Family.LEASE, name);
    }

    public String attempts(String what) {
        return key(Family.ATTEMPTS, what);
    }

    public String visitor(String visitor) {
        return key(Family.VISITOR, visitor);
    }

    public String steps(String visitor) {
        return key(Family.STEPS, visitor);
    }

    public String stepOrder(String visitor) {
        return key(Family.STEP_ORDER, visitor);
    }

    public String noSteps(String visitor) {
        return key(Family.NO_STEPS, visitor);
    }

    public String invited(String visitor) {
        return key(Family.INVITED, visitor);
    }

    /// @param digest of the link's token
    public String resume(String digest) {
        return key(Family.RESUME, digest);
    }

    public String code(String visitor) {
        return key(Family.CODE, visitor);
    }

    /// @param address its digest
    public String codesSent(String address) {
        return key(Family.CODES_SENT, address);
    }

    public String published(String topic) {
        return key(Family.PUBLISHED, topic);
    }

    /// The prefix of all keys of the workspace, for Spring Session's namespace.
    public String prefix() {
        return prefix;
    }

    private String key(Family family, String... parts) {
        return prefix + family.name(parts);
    }
}
