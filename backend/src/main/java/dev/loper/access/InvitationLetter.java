package dev.loper.access;

import dev.loper.web.PublicUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The mail that brings an invitation's link.
@Component
class InvitationLetter {

    private final ObjectProvider<StaffMail> mail;
    private final PublicUrl publicUrl;
    private final AccessProperties properties;

    InvitationLetter(ObjectProvider<StaffMail> mail, PublicUrl publicUrl, AccessProperties properties) {
        this.mail = mail;
        this.publicUrl = publicUrl;
        this.properties = properties;
    }

    StaffMail.Outcome send(Invitation invitation, String inviter, String link) {
        StaffMail sender = mail.getIfAvailable();
        if (sender == null) {
            return new StaffMail.Outcome.NoMailbox();
        }
        boolean dutch = invitation.language().equals("nl");
        return sender.send(invitation.email(), invitation.name(), subject(dutch, inviter), (dutch
                ? DUTCH
                : ENGLISH).formatted(invitation.name(), inviter, publicUrl.at("/"), link,
                        properties.invitationLife().toDays()));
    }

    private static String subject(boolean dutch, String inviter) {
        return dutch ? inviter + " nodigt je uit voor Loper" : inviter + " invites you to Loper";
    }

    private static final String ENGLISH = """
            Hello %s,

            %s asks you to answer customers together in Loper, at %s

            Choose your password here:
            %s

            The link is good for %d days and works once. If you did not expect this mail, leave it: nothing happens \
            until somebody opens the link and chooses a password.
            """;

    private static final String DUTCH = """
            Hallo %s,

            %s vraagt je om samen klanten te antwoorden in Loper, op %s

            Kies hier je wachtwoord:
            %s

            De link is %d dagen geldig en werkt één keer. Verwachtte je deze mail niet, laat hem dan liggen: er gebeurt \
            niets tot iemand de link opent en een wachtwoord kiest.
            """;
}
