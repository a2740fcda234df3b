package dev.loper.journey;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a field that holds a secret is called, Dutch and English, without case and signs: `user[password]`, `cc-exp`. Pure.
final class SecretNames {

    private static final Pattern SECRET = Pattern.compile(String.join("|",
            "passw|passwort|wachtwoord|wachtzin|kennwort|passphrase|passcode|motdepasse|contrasen|^pwd|pwd$|^pass$|secret|geheim",
            "token|^auth|authoriz|session|cookie|apikey|privatekey|signature",
            "creditcard|debitcard|cardnumber|cardno|cardnr|cardnum|cardcode|cardcid|^card[0-9]*$|^cc[0-9]*$|^ccn|ccnum|ccnr",
            "kaartnummer|kaartnr|creditkaart|^kaart|^pan$",
            "cvc|cvv|cvn|cvd|ccv|^csc|securitycode|veiligheidscode|beveiligingscode|verificationvalue",
            "cardexp|ccexp|expir|^exp(?:date|month|year|mm|yy)?$|validthru|geldigtot|vervaldatum",
            "iban|bankaccount|accountnumber|accountnr|rekening|sortcode|routingnumber",
            "^otp|otp$|onetime|eenmalig|totp|2fa|mfa|pin$|pincode|^tan$|tancode|smscode|mailcode",
            "verificationcode|verificatiecode|verifycode|authcode|loginc?ode|inlogcode|accesscode|toegangscode|^code$",
            "(?:backup|recovery|reset|herstel|activation|activatie|confirmation|bevestigings|controle)codes?",
            "securityanswer|securityquestion|bsn|burgerservice|socialsecurity|^ssn|passport|paspoort|identiteitskaart|rijbewijs"));

    private SecretNames() {}

    static boolean has(String name) {
        return SECRET.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll(
                "[^a-z0-9]", "")).find();
    }
}
