package dev.loper.promise;

import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/// Puts promises into words, in the customer's language and time.
///
/// @param language of the customer
/// @param zone     the customer's
/// @param now      when it is said
record PromiseSentence(Language language, ZoneId zone, Instant now) {

    /// What may lose its capital in the middle of a sentence.
    private static final Set<String> BEGINNINGS = Set.of("the", "a", "an", "our", "we", "they", "it", "its", "there",
            "this", "that", "my", "your", "de", "het", "een", "onze", "ons", "wij", "er", "dit", "deze", "dat", "mijn",
            "jouw",
            "je");

    /// The languages a promise is made in.
    enum Language {

        ENGLISH("en", Locale.UK),
        DUTCH("nl", Locale.of("nl", "NL"));

        private final String tag;
        private final Locale locale;

        Language(String tag, Locale locale) {
            this.tag = tag;
            this.locale = locale;
        }

        /// The language for a BCP 47 tag; whoever speaks another one reads English.
        static Language of(String tag) {
            return tag.toLowerCase(Locale.ROOT).startsWith("nl") ? DUTCH : ENGLISH;
        }

        String tag() {
            return tag;
        }
    }

    /// What we heard, what we will do, by when, and on which channel.
    ///
    /// @param heard  in the customer's words
    /// @param action a sentence: “I am asking our workshop”
    String promise(String heard, String action, Instant due, ChannelKind channel) {
        String said = quoted(heard);
        String done = sentence(action);
        return switch (language) {
            case ENGLISH -> "You told me: " + said + " " + done + " I will be back to you " + on(channel) + " "
                    + before(due) + ".";
            case DUTCH -> "Je vertelde me: " + said + " " + done + " Je hoort " + before(due) + " van me " + on(channel)
                    + ".";
        };
    }

    /// Another moment, and why.
    String renegotiated(Instant was, Instant due, String reason) {
        String why = sentence(reason);
        return switch (language) {
            case ENGLISH -> "Not " + moment(was) + " but " + moment(due) + ": " + lower(why);
            case DUTCH -> "Niet " + moment(was) + " maar " + moment(due) + ": " + lower(why);
        };
    }

    /// The honest notice: it will be missed, and who has it now. It names no moment, because nobody has set one.
    String notice(Instant due, String owner) {
        return switch (language) {
            case ENGLISH -> "We will not make " + moment(due) + ", and we are sorry. " + owner
                    + " has it now and will tell you when to expect your answer.";
            case DUTCH -> "We halen " + moment(due) + " niet, en dat spijt ons. " + owner
                    + " heeft het nu en laat je weten wanneer je antwoord komt.";
        };
    }

    /// What leads to where it can be followed.
    String follow() {
        return switch (language) {
            case ENGLISH -> "Follow it here";
            case DUTCH -> "Volg het hier";
        };
    }

    /// “before 14:00”, “tomorrow before 12:00”, “on Friday 12 June before 12:00”.
    String before(Instant due) {
        String time = time(due);
        return switch (language) {
            case ENGLISH -> day(due, "", "tomorrow ", "on ") + "before " + time;
            case DUTCH -> day(due, "", "morgen ", "") + "vóór " + time + " uur";
        };
    }

    /// “14:00”, “tomorrow 12:00”, “Friday 12 June 12:00”; in Dutch with “uur”, as it is said.
    String moment(Instant due) {
        return inAColumn(due) + (language == Language.DUTCH ? " uur" : "");
    }

    /// The same where nothing but moments stands.
    String inAColumn(Instant due) {
        return day(due, "", language == Language.DUTCH ? "morgen " : "tomorrow ", "") + time(due);
    }

    private String day(Instant due, String today, String tomorrow, String other) {
        LocalDate date = ZonedDateTime.ofInstant(due, zone).toLocalDate();
        LocalDate here = ZonedDateTime.ofInstant(now, zone).toLocalDate();
        if (date.equals(here)) {
            return today;
        }
        if (date.equals(here.plusDays(1))) {
            return tomorrow;
        }
        String pattern = date.getYear() == here.getYear() ? "EEEE d MMMM " : "EEEE d MMMM yyyy ";
        return other + DateTimeFormatter.ofPattern(pattern, language.locale).format(date);
    }

    private String time(Instant due) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale).format(ZonedDateTime.ofInstant(due, zone));
    }

    /// “by email”: how people name the way of an answer.
    String on(ChannelKind channel) {
        return switch (language) {
            case ENGLISH -> switch (channel) {
                case EMAIL -> "by email";
                case SMS -> "by text message";
                case WHATSAPP -> "on WhatsApp";
                case CHAT -> "in this chat";
                case VOICE -> "by phone";
                case MESSENGER -> "on Messenger";
                case INSTAGRAM -> "on Instagram";
                case TELEGRAM -> "on Telegram";
                case CUSTOM -> "here";
            };
            case DUTCH -> switch (channel) {
                case EMAIL -> "per e-mail";
                case SMS -> "per sms";
                case WHATSAPP -> "via WhatsApp";
                case CHAT -> "in deze chat";
                case VOICE -> "telefonisch";
                case MESSENGER -> "via Messenger";
                case INSTAGRAM -> "via Instagram";
                case TELEGRAM -> "via Telegram";
                case CUSTOM -> "hier";
            };
        };
    }

    private String quoted(String words) {
        String stripped = words.strip();
        String ended = stripped.matches("(?s).*[.!?…]$") ? stripped : stripped + ".";
        return "“" + ended + "”";
    }

    private static String sentence(String words) {
        String stripped = words.strip();
        if (stripped.isEmpty()) {
            return stripped;
        }
        String begun = stripped.substring(0, 1).toUpperCase(Locale.ROOT) + stripped.substring(1);
        return begun.matches("(?s).*[.!?…]$") ? begun : begun + ".";
    }

    /// A sentence that goes on another one. Names and “I” keep their capital.
    private static String lower(String sentence) {
        String first = sentence.split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        return BEGINNINGS.contains(first) ? first + sentence.substring(first.length()) : sentence;
    }
}
