package dev.loper.identity;

import dev.loper.access.People;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorProof;
import dev.loper.message.ChannelAddress;
import dev.loper.redis.StoreUnavailableException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Visitors who prove who they are: by a one-time code to an address they typed, or by the site they are signed in on.
@Component
class ProvenVisitors implements VisitorProof {

    private static final Logger LOG = LoggerFactory.getLogger(ProvenVisitors.class);
    private static final int CODES = 1_000_000;

    private final RedisCodes codes;
    private final CodeLetter letter;
    private final RedisVisitorProofs kept;
    private final Proofs proofs;
    private final People people;
    private final SecureRandom random = new SecureRandom();

    ProvenVisitors(RedisCodes codes, CodeLetter letter, RedisVisitorProofs kept, Proofs proofs, People people) {
        this.codes = codes;
        this.letter = letter;
        this.kept = kept;
        this.proofs = proofs;
        this.people = people;
    }

    @Override
    public void sendCode(ChannelAddress.Visitor visitor, ChannelAddress address, String language,
            String brand) {
        Thread.ofVirtual().name("visitor-code").start(() -> {
            try {
                send(visitor, address, language, brand);
            } catch (RuntimeException e) {
                LOG.warn("A visitor's code could not be sent: {}", e.getMessage());
            }
        });
    }

    private void send(ChannelAddress.Visitor visitor, ChannelAddress address, String language, String brand) {
        if (people.at(address).isPresent()) {
            // Addresses of our own people never become customers.
            return;
        }
        String code = "%06d".formatted(random.nextInt(CODES));
        if (codes.keep(visitor, address, code) && !letter.send(address, code, language, brand)) {
            LOG.warn(
                    "A visitor's code did not leave: there is no mailbox or number it could go from, or it was refused.");
        }
    }

    @Override
    public boolean redeem(ChannelAddress.Visitor visitor, String code) {
        return asked(() -> {
            Optional<ChannelAddress> proven = codes.redeem(visitor, code).filter(
                    address -> people.at(address).isEmpty());
            proven.ifPresent(address -> draw(visitor, new RedisVisitorProofs.Proof(address, "code")));
            return proven.isPresent();
        });
    }

    @Override
    public boolean mayBe(ChannelAddress.Visitor visitor, Login login) {
        return asked(() -> kept.user(visitor).map(user -> user.equals(user(login))).orElse(true));
    }

    @Override
    public void signedIn(ChannelAddress.Visitor visitor, Login login) {
        asked(() -> {
            kept.isUser(visitor, user(login));
            ChannelAddress.Visitor first = kept.first(user(login), visitor);
            ChannelAddress.Email email = login.email();
            if (!first.equals(visitor)) {
                draw(visitor, new RedisVisitorProofs.Proof(first, "site"));
            }
            if (email != null && people.at(email).isEmpty()) {
                draw(visitor, new RedisVisitorProofs.Proof(email, "site"));
            }
            return true;
        });
    }

    @Override
    public void becameKnown(ChannelAddress.Visitor visitor) {
        asked(() -> {
            kept.of(visitor).ifPresent(proof -> proofs.draw(visitor, proof.address(), proof.how()));
            return true;
        });
    }

    /// A proof before the first message is kept: the first message looks for it.
    private void draw(ChannelAddress.Visitor visitor, RedisVisitorProofs.Proof proof) {
        if (!proofs.draw(visitor, proof.address(), proof.how())) {
            kept.remember(visitor, proof);
        }
    }

    private static String user(Login login) {
        return login.site() + "|" + login.user();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }
}
