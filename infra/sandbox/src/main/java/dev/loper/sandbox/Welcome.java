package dev.loper.sandbox;

import dev.loper.sandbox.mail.MailServer;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells a person where to look, once everything listens.
@Component
class Welcome {

    private final SandboxSettings settings;
    private final MailServer mail;
    private final Here here;

    Welcome(SandboxSettings settings, MailServer mail, Here here) {
        this.settings = settings;
        this.mail = mail;
        this.here = here;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.printf("""

                The sandbox is ready.
                  the customer's phone and mail  %1$s/
                  the web shop with the chat     %1$s/shop/
                  Loper is expected at           %2$s
                  SMTP 127.0.0.1:%3$d, IMAP 127.0.0.1:%4$d (%5$s)

                """, here.url(), settings.productUrl(), mail.smtpPort(), mail.imapPort(), settings.mail().address());
    }
}
