package dev.loper.channel.webchat;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorDetails;
import dev.loper.channel.VisitorProof;
import dev.loper.channel.VisitorProof.Login;
import dev.loper.channel.webchat.ChatFrames.Brand;
import dev.loper.channel.webchat.ChatFrames.Hello;
import dev.loper.channel.webchat.ChatFrames.Page;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatFrames.Welcome;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.ChannelAddress.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The answer to a hello: who this is, and what was said so far.
@Component
class ChatWelcome {

    private static final Duration WINDOWS_FULL = Duration.ofMinutes(1);

    private final VisitorTokens tokens;
    private final ChatSessions sessions;
    private final ChatHistory history;
    private final VisitorDetails details;
    private final VisitorProof proof;
    private final Clock clock;
    private final ChatHandovers handovers;
    private final ChatStandings standings;

    ChatWelcome(VisitorTokens tokens, ChatSessions sessions, ChatHistory history, VisitorDetails details,
            VisitorProof proof, ChatHandovers handovers, ChatStandings standings, Clock clock) {
        this.standings = standings;
        this.handovers = handovers;
        this.tokens = tokens;
        this.sessions = sessions;
        this.history = history;
        this.details = details;
        this.proof = proof;
        this.clock = clock;
    }

    /// Takes a hello. A token that is not ours makes a new visitor: it never opens a history. So does the token of a browser
    /// in which somebody else was signed in before.
    void take(ChatSession session, Hello hello) {
        Optional<Login> login = login(session.site(), hello);
        Optional<Visitor> known;
        try {
            known = tokens.verify(session.site().id(), hello.visitor()).filter(
                    visitor -> login.map(user -> proof.mayBe(visitor, user)).orElse(true));
        } catch (IntakeUnavailableException e) {
            refuse(session);
            return;
        }
        Visitor visitor = known.orElseGet(tokens::mint);
        Language language = hello.language() == null ? Language.EN : hello.language();
        session.greet(new Guest(visitor, language, pageOf(hello.page())));
        if (!sessions.join(session, visitor)) {
            session.refuse(null, Reason.TOO_FAST, WINDOWS_FULL);
            session.close(CloseStatus.POLICY_VIOLATION.withReason("Too many windows of one visitor are open."));
            return;
        }
        try {
            login.ifPresent(user -> proof.signedIn(visitor, user));
            greet(session, visitor, language, known.isPresent());
        } catch (IntakeUnavailableException e) {
            refuse(session);
        }
    }

    private static void refuse(ChatSession session) {
        session.refuse(null, Reason.UNAVAILABLE, ChatDialogue.STORE_AWAY);
        session.close(CloseStatus.SERVICE_OVERLOAD.withReason("The store does not answer."));
    }

    /// Who is signed in on the site, if it says so. What it did not sign is as if it were not there.
    private Optional<Login> login(ChatSite site, Hello hello) {
        SiteLogin reader = site.login();
        return reader == null ? Optional.empty() : reader.read(hello.login(), clock.instant());
    }

    /// The visitor hears news already: what comes while the history is read waits, and follows the welcome.
    private void greet(ChatSession session, Visitor visitor, Language language, boolean known) {
        ChatSite site = session.site();
        ChatHistory.Shown shown = known ? history.page(site, visitor, null) : ChatHistory.Shown.NOTHING;
        String name = known ? details.name(visitor).orElse(null) : null;
        session.name(name == null ? "" : name);
        session.send(new Welcome(tokens.tokenOf(site.id(), visitor),
                new Brand(site.brand(), site.greeting().in(language)), name, shown.entries(), shown.more(),
                shown.newest(), known ? history.readUpTo(site, visitor).orElse(null) : null, handovers.ways(site)));
        session.welcomed();
        standings.tell(List.of(session));
    }

    /// The page's address without its query, which may hold what is nobody's business.
    private static @Nullable String pageOf(@Nullable Page page) {
        String url = page == null || page.url() == null ? "" : page.url().replaceFirst("[?#].*", "");
        return url.matches("https?://.{1,500}") ? url : null;
    }
}
