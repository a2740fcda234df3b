package dev.loper;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.loper.channel.twilio.TwilioTest;
import dev.loper.redis.RedisServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole product over real HTTP, in a workspace of its own on a real Redis, between a real mail server and Twilio's
/// stand-in, with the demo's people and customers. All its tests share one start.
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/api-test", "loper.twilio.reconcile-first-after=1d", "loper.reply.undo=2s"})
@TypeExcludeFilters(ProductOnly.class)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TwilioTest.Sandbox.class)
public abstract class ApiTest {

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
        registry.add("loper.sandbox-smtp-port", () -> Mail.SERVER.getSmtp().getPort());
        registry.add("loper.sandbox-imap-port", () -> Mail.SERVER.getImap().getPort());
    }

    protected static final class Mail {

        public static final GreenMail SERVER = start();

        private static GreenMail start() {
            GreenMail server = new GreenMail(
                    new ServerSetup[]{new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
            server.start();
            server.setUser("support@loper.test", "support@loper.test", "sandbox-mail-password");
            return server;
        }
    }
}
