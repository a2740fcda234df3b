package dev.loper.channel.whatsapp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two forms of a number on WhatsApp, for the three countries where they differ.
///
/// WhatsApp knows an account by the number as it was dialled when the account was made, while people write the number of
/// today's numbering plan. The canonical form is E.164 as of today, so that one person is one identity; an answer goes
/// to the network's form.
///
/// | country | canonical | network |
/// |---|---|---|
/// | Mexico | `+52` and ten digits, since 2019 | `+521` and ten digits |
/// | Argentina | `+549` and ten digits: mobiles abroad have the 9 | the same; a form without the 9 is understood |
/// | Brazil | `+55`, area, nine digits, the first a 9 | with the 9 for areas 11 to 28, without it from 31 on |
///
/// A Brazilian landline (eight digits beginning with 2 to 5) never had the ninth digit and is left as it is. Newer
/// Brazilian accounts from area 31 on may have it; the network accepts either form for those.
final class WhatsAppNumbers {

    private static final Pattern MEXICO = Pattern.compile("\\+521?(\\d{10})");
    private static final Pattern ARGENTINA = Pattern.compile("\\+549?(\\d{10})");
    private static final Pattern BRAZIL = Pattern.compile("\\+55([1-9]\\d)9?([6-9]\\d{7})");

    /// The last area whose accounts have the ninth digit.
    private static final int LAST_AREA_WITH_NINTH_DIGIT = 28;

    private WhatsAppNumbers() {}

    /// The form that is stored.
    static String canonical(String number) {
        Matcher mexico = MEXICO.matcher(number);
        if (mexico.matches()) {
            return "+52" + mexico.group(1);
        }
        Matcher argentina = ARGENTINA.matcher(number);
        if (argentina.matches()) {
            return "+549" + argentina.group(1);
        }
        Matcher brazil = BRAZIL.matcher(number);
        return brazil.matches() ? "+55" + brazil.group(1) + "9" + brazil.group(2) : number;
    }

    /// The form that is sent to.
    static String network(String number) {
        String canonical = canonical(number);
        Matcher mexico = MEXICO.matcher(canonical);
        if (mexico.matches()) {
            return "+521" + mexico.group(1);
        }
        Matcher brazil = BRAZIL.matcher(canonical);
        return brazil.matches() && Integer.parseInt(brazil.group(1)) > LAST_AREA_WITH_NINTH_DIGIT
                ? "+55" + brazil.group(1) + brazil.group(2)
                : canonical;
    }
}
