package dev.loper.promise;

import dev.loper.secret.Seal;
import dev.loper.secret.SigningKeys;
import dev.loper.web.PublicUrl;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// The two tokens of a colleague request: that of its page, and the mark by which its mails are known.
///
/// Each is an HMAC over the id for its own purpose, so that neither can be made from the other; the store keeps their digests
/// only. The page's has 132 bits; the mark has 104, because an address has to hold it.
@Component
class RequestLinks {

    private static final int LENGTH = 22;
    private static final int MARK = 26;
    private static final int ID_BYTES = 10;

    private final Seal page;
    private final Seal mail;
    private final PublicUrl url;
    private final SecureRandom random = new SecureRandom();

    RequestLinks(SigningKeys keys, PublicUrl url) {
        this.page = new Seal(keys.derive("request-link"), "request-link");
        this.mail = new Seal(keys.derive("request-mail"), "request-mail");
        this.url = url;
    }

    RequestId newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return new RequestId("q" + HexFormat.of().formatHex(bytes));
    }

    String urlOf(RequestId id) {
        return url.at("/q/" + token(id));
    }

    /// Lower-case hexadecimal, because mail servers change the case of addresses.
    String markOf(RequestId id) {
        return PromiseLinks.digest(mail.of(id.value())).substring(0, MARK);
    }

    String digestOf(RequestId id) {
        return digest(token(id));
    }

    String markDigestOf(RequestId id) {
        return markDigest(markOf(id));
    }

    /// Under what a page's token is kept. A mark never is one, whatever it says.
    static String digest(String token) {
        return PromiseLinks.digest("page " + token);
    }

    /// Under what a mail's mark is kept.
    static String markDigest(String mark) {
        return PromiseLinks.digest("mail " + mark);
    }

    private String token(RequestId id) {
        return page.of(id.value()).substring(0, LENGTH);
    }
}
