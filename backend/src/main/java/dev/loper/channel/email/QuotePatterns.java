package dev.loper.channel.email;

import java.util.regex.Pattern;

/// How mail programs announce the mail they quote, in Dutch, English, German and French. Every pattern is anchored and
/// bounded, so that a hostile line costs no more than its length.
final class QuotePatterns {

    /// `On Monday, Ada wrote:`, over one line or wrapped over up to three.
    static final Pattern ATTRIBUTION = Pattern.compile("(?iu)^\\s*(>\\s*)?("
            + "(on|op|am|le|il|el)\\s.{6,300}?(wrote|schreef(\\s.{0,150})?|schrieb(\\s.{0,150})?|a écrit|geschreven|scritto|escribió)"
            + "|.{3,200}(schreef op|wrote on|schrieb am|a écrit le)\\s.{6,120}"
            + "|.{3,200}<[^<>\\s]{3,200}>\\s*(wrote|schreef|schrieb|a écrit)"
            + "|\\d{4}-\\d\\d-\\d\\d.{3,120}<[^<>\\s]{3,200}>" + ")\\s*[:：]\\s*$");

    /// `-----Original Message-----` and its kin.
    static final Pattern SEPARATOR = Pattern.compile("(?iu)^\\s*(-{2,}|_{5,})\\s*("
            + "original message|oorspronkelijk bericht|original[- ]?nachricht|ursprüngliche nachricht"
            + "|message d['’]origine|original appointment|reply message|antwoordbericht" + ")\\s*(-{2,}|_{5,})?\\s*$");

    /// The line Outlook draws above a header block.
    static final Pattern RULE = Pattern.compile("^\\s*_{10,}\\s*$");

    /// The first line of a header block: `From: …`.
    static final Pattern FROM = Pattern.compile("(?iu)^\\s*\\*?(from|van|von|de)\\s?:\\*?\\s.{2,}$");

    /// The lines that follow it.
    static final Pattern HEADER = Pattern.compile(
            "(?iu)^\\s*\\*?(sent|date|to|cc|subject|verzonden|datum|aan|onderwerp|gesendet|an|betreff|envoyé|à|objet)\\s?:\\*?\\s.*$");

    /// A forwarded mail is not history: it is what the sender wants to show.
    static final Pattern FORWARDED = Pattern.compile("(?iu)^\\s*(-{2,}\\s*)?("
            + "begin forwarded message|forwarded message|begin doorgestuurd bericht|doorgestuurd bericht"
            + "|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transféré|message transmis"
            + ")\\s*:?\\s*(-{2,})?\\s*$");

    /// What telephones write below every mail.
    static final Pattern PHONE_SIGNATURE = Pattern.compile("(?iu)^\\s*("
            + "sent from my .{2,40}|sent from outlook.{0,30}|get outlook for .{2,20}(<.{5,100}>)?"
            + "|verstuurd vanaf mijn .{2,40}|verzonden vanaf .{2,40}|verzonden met .{2,40}|download outlook voor .{2,20}"
            + "|von meinem .{2,40} gesendet|gesendet von .{2,40}|envoyé de(puis)? mon .{2,40}"
            + "|sent with proton ?mail.{0,40}|verzonden met proton ?mail.{0,40}" + ")\\s*$");

    static final Pattern QUOTED = Pattern.compile("^\\s{0,3}>.*$");

    private QuotePatterns() {}
}
