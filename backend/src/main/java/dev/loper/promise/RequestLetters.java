package dev.loper.promise;

import dev.loper.organisation.QuestionMail;
import dev.loper.promise.PromiseSentence.Language;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// The letters of colleague requests: what is asked, the excerpt the agent chose, and nothing else of the conversation.
@Component
class RequestLetters {

    private static final int SUBJECT = 80;

    private final RequestLinks links;
    private final PromiseProperties settings;
    private final Clock clock;

    RequestLetters(RequestLinks links, PromiseProperties settings, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    QuestionMail.Question of(ColleagueRequest request) {
        Language language = Language.of(request.text().language());
        PageWords words = PageWords.ofRequest(language);
        String before = new PromiseSentence(language, settings.zone(), clock.instant()).before(request.due());
        boolean again = request.reminded() != null;
        String excerpt = request.text().excerpt();
        String depends = request.promise() == null ? ".answer" : "";
        String text = words.say((again ? "letter.again" : "letter.asks") + depends, request.byName()) + "\n\n"
                + request.text().question() + "\n\n"
                + (excerpt == null ? "" : words.say("letter.excerpt") + "\n" + excerpt.indent(2) + "\n")
                + words.say(request.state() == RequestState.OVERDUE ? "letter.late" : "letter.until", before) + "\n"
                + links.urlOf(request.id()) + "\n\n" + words.say("letter.reply") + "\n";
        String asked = shortened(request.text().question().strip().replaceAll("\\s+", " "));
        String subject = words.say(again ? "subject.again" : "subject.asks", request.byName(), asked);
        int turn = request.reminded() == null ? 1 : (int) (2 + request.reminded().getEpochSecond() % 100_000);
        return new QuestionMail.Question(request.to(), request.name(), subject, text, links.markOf(request.id()),
                turn);
    }

    private static String shortened(String words) {
        return words.length() > SUBJECT ? words.substring(0, SUBJECT - 1) + "…" : words;
    }
}
