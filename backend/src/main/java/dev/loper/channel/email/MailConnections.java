package dev.loper.channel.email;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/// The connection settings of Angus Mail for our accounts: bounded waits, checked certificates.
final class MailConnections {

    private static final String CONNECT = "10000";
    private static final String WRITE = "30000";

    private MailConnections() {}

    /// The folder's URL, without the password: that is given when asked for, and never logged.
    static String imapUrl(EmailSettings.Imap imap) {
        String protocol = imap.tls() == EmailSettings.Tls.IMPLICIT ? "imaps" : "imap";
        return "%s://%s@%s:%d/%s".formatted(protocol, encoded(imap.user()), imap.host(), imap.port(),
                encoded(imap.folder()));
    }

    /// @param idle how long an IDLE lasts; an answer that takes longer than that means that the line is dead
    static Properties imap(EmailSettings.Imap imap, Duration idle) {
        String prefix = "mail." + (imap.tls() == EmailSettings.Tls.IMPLICIT ? "imaps" : "imap") + ".";
        Properties properties = encrypted(prefix, imap.tls());
        properties.setProperty("mail.store.protocol", imap.tls() == EmailSettings.Tls.IMPLICIT ? "imaps" : "imap");
        properties.setProperty(prefix + "timeout", Long.toString(idle.plusSeconds(30).toMillis()));
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", Integer.toString(1024 * 1024));
        return properties;
    }

    static Properties smtp(EmailSettings.Smtp smtp) {
        String prefix = "mail.smtp.";
        Properties properties = encrypted(prefix, smtp.tls());
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty(prefix + "ssl.enable", Boolean.toString(smtp.tls() == EmailSettings.Tls.IMPLICIT));
        properties.setProperty(prefix + "auth", Boolean.toString(!smtp.user().isEmpty()));
        properties.setProperty(prefix + "timeout", "60000");
        properties.setProperty(prefix + "sendpartial", "false");
        properties.setProperty(prefix + "allowutf8", "true");
        // what is said after the mail was taken must not make a taken mail look lost
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }

    static Authenticator login(String user, String password) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    private static Properties encrypted(String prefix, EmailSettings.Tls tls) {
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT);
        properties.setProperty(prefix + "writetimeout", WRITE);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(tls == EmailSettings.Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(tls == EmailSettings.Tls.STARTTLS));
        return properties;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
