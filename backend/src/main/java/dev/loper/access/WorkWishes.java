package dev.loper.access;

import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Reads what is wished of somebody's work, and refuses what cannot be.
@Component
class WorkWishes {

    private static final int MOST = 200;

    private final People people;

    WorkWishes(People people) {
        this.people = people;
    }

    /// @param places topics at a time by channel; 0 means none of it
    Map<ChannelKind, Integer> capacity(Map<String, Integer> places) {
        return places.entrySet().stream().collect(Collectors.toMap(entry -> channel(entry.getKey()),
                entry -> places(entry.getValue())));
    }

    private static ChannelKind channel(String word) {
        return Arrays.stream(ChannelKind.values()).filter(kind -> kind.wire().equals(word)).findFirst().orElseThrow(
                () -> ProblemException.field("invalid", "capacity", "There is no channel “" + word + "”."));
    }

    private static int places(int number) {
        if (number < 0 || number > MOST) {
            throw ProblemException.field("invalid", "capacity", "Give a number from 0 to " + MOST + ".");
        }
        return number;
    }

    /// @param text `queue`, `person:<id>`, or empty for nobody
    Cover cover(PersonId of, String text) {
        if (!text.isEmpty() && !text.equals("queue") && !text.startsWith("person:")) {
            throw ProblemException.field("invalid", "cover", "Give “queue”, or “person:” and an id, or nothing.");
        }
        Cover cover = WorkBody.cover(text);
        if (cover instanceof Cover.By(PersonId person)) {
            if (person.equals(of)) {
                throw ProblemException.field("own-cover", "cover",
                        "Nobody takes over their own work. Choose a colleague.");
            }
            if (people.byId(person).filter(Person::active).isEmpty()) {
                throw ProblemException.field("unknown-person", "cover",
                        "There is nobody with this id, or they do not work here any more.");
            }
        }
        return cover;
    }
}
