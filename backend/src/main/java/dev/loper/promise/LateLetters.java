package dev.loper.promise;

import dev.loper.access.Person;
import dev.loper.promise.LateMails.Late;
import dev.loper.promise.PromiseSentence.Language;
import dev.loper.web.PublicUrl;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The mails that say which promises are late: one tells what was promised and leads there; of several each is a line.
@Component
class LateLetters {

    /// More lines nobody reads; the list on the screen has them all.
    private static final int LINES = 20;

    private final PromiseProperties settings;
    private final PublicUrl url;
    private final Clock clock;

    LateLetters(PromiseProperties settings, PublicUrl url, Clock clock) {
        this.settings = settings;
        this.url = url;
        this.clock = clock;
    }

    record Letter(String subject, String text) {}

    /// @param late at least one, the earliest first
    /// @param more how many there are besides
    Letter of(Person reader, List<Late> late, int more) {
        Language language = Language.of(reader.language());
        PageWords words = PageWords.ofEscalation(language);
        if (late.size() == 1 && more == 0) {
            Late one = late.getFirst();
            return new Letter(words.say("subject", name(one)), words.say("text", one.promise().ownerName(), name(one),
                    since(one, language), one.promise().text().action(), url.at("/inbox/promises:late/"
                            + one.place().conversation().id() + "/" + one.promise().topic())));
        }
        int all = late.size() + more;
        String lines = late.stream().limit(LINES).map(one -> words.say("line", name(one), since(one, language),
                onOneLine(one.promise().text().action()), one.promise().ownerName())).collect(Collectors.joining(
                        "\n"));
        String others = all > LINES ? "\n" + words.say("others", count(all - LINES, language)) : "";
        return new Letter(words.say("subject.many", count(all, language)),
                words.say("text.many", lines + others, url.at(
                        "/inbox/promises:late")));
    }

    private String since(Late late, Language language) {
        return new PromiseSentence(language, settings.zone(), clock.instant()).moment(late.promise().due());
    }

    private static String name(Late late) {
        return onOneLine(late.place().customer().name());
    }

    private static String onOneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private static String count(int number, Language language) {
        return NumberFormat.getIntegerInstance(Locale.of(language.tag())).format(number);
    }
}
