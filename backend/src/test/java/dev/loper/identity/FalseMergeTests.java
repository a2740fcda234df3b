package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Ten thousand generated people write: families with one telephone, people whose number was somebody else's before,
/// namesakes at one postcode, and people who type other people's addresses. None of it may join two of them by itself.
///
/// The truth is the generator's: whom it let write from an address. A number that several people use on one channel is one
/// address, and one customer until a person says it is shared; that is no merge.
class FalseMergeTests {

    private static final int PEOPLE = 10_000;
    private static final List<String> FIRST = List.of("Jan", "Ada", "Eva", "Zoë", "Bram", "Noor", "Lieke", "Daan");
    private static final List<String> LAST = List.of("de Vries", "Jansen", "de Boer", "Bakker", "el Amrani", "Smit");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Together now = new Together(fresh);
    private final Together later = new Together(fresh, Clock.offset(Clock.systemUTC(), Duration.ofDays(200)));
    private final Random random = new Random(7);
    private final Map<String, Integer> whose = new HashMap<>();
    private final List<Runnable> writes = new ArrayList<>();
    private final List<Runnable> writesLater = new ArrayList<>();

    @Test
    void nobodyIsJoinedToSomebodyElse() throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            generate(person);
        }
        inParallel(writes);
        inParallel(writesLater);

        Map<CustomerId, Integer> people = new HashMap<>();
        int recognised = 0;
        for (Map.Entry<String, Integer> one : whose.entrySet()) {
            CustomerId customer = now.rig.customers.byField(one.getKey()).orElseThrow().customer();
            Integer other = people.putIfAbsent(customer, one.getValue());
            assertThat(other == null || other.equals(one.getValue())).as("%s is with person %s and is of %s",
                    one.getKey(), other, one.getValue()).isTrue();
            recognised += other == null ? 0 : 1;
        }
        // The rule does something: without this, joining nobody at all would pass.
        assertThat(recognised).isGreaterThan(PEOPLE / 10);
    }

    private void generate(int person) {
        String number = "+316%08d".formatted(person);
        String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
        switch (person % 5) {
            case 0 -> {
                // One person on both, named or not.
                says(writes, now, person, Given.sms().from(new ChannelAddress.Phone(number)).named(
                        random.nextBoolean() ? name : ""));
                says(writesLater, now, person, Given.whatsapp(number).named(name.split(" ")[0]));
            }
            case 1 -> {
                // A family's telephone: the one who calls is known by name, the other uses it for WhatsApp.
                says(writes, now, person, Given.sms().from(new ChannelAddress.Phone(number)).named(name));
                says(writesLater, now, -person, Given.whatsapp(number).named(otherThan(name)));
            }
            case 2 -> {
                // A number that somebody else has half a year later, with or without a name.
                says(writes, now, person, Given.sms().from(new ChannelAddress.Phone(number)));
                says(writesLater, later, -person, Given.whatsapp(number).named(random.nextBoolean() ? name : ""));
            }
            case 3 -> says(writes, now, person, Given.mail().from(new ChannelAddress.Email(
                    "p" + person + "@example.com")).named(name).saying("Order 4711-82 to 1094 HA, please."));
            default -> {
                // Somebody who says they are the one before them, in a forged mail and in the chat.
                ChannelAddress.Email victim = new ChannelAddress.Email("p" + (person - 1) + "@example.com");
                ChannelAddress.Visitor visitor = new ChannelAddress.Visitor("visitor-" + person);
                says(writesLater, now, person, Given.mail().from(victim).named(name).claimed());
                writesLater.add(() -> {
                    now.rig.says(Given.chat(visitor).saying("I am p" + (person - 1) + "@example.com"));
                    now.rig.tellsOfThemselves(visitor, name, victim);
                });
                whose.put(visitor.key(), PEOPLE + person);
            }
        }
    }

    private String otherThan(String name) {
        String[] words = name.split(" ", 2);
        return words[0].equals("Jan") ? "Eva " + words[1] : "Jan " + words[1];
    }

    private void says(List<Runnable> when, Together store, int person, Given.Message message) {
        var built = message.build();
        whose.put(dev.loper.customer.Identity.field(built.from(), built.level()), person);
        when.add(() -> store.rig.inbound.append(built));
    }

    private static void inParallel(List<Runnable> writes) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            writes.forEach(write -> all.add(writers.submit(write)));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @Test
    void aClaimThreadsNowhere() {
        now.rig.says(Given.mail().from(Given.ADA_MAIL));
        now.rig.says(Given.mail().from(Given.ADA_MAIL).claimed());
        assertThat(now.rig.customers.identity(Given.ADA_MAIL, Level.CLAIMED).orElseThrow().customer()).isNotEqualTo(
                now.rig.customerOf(Given.ADA_MAIL));
    }
}
