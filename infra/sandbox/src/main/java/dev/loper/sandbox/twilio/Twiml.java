package dev.loper.sandbox.twilio;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What the product tells the provider to do next in a call. What Twilio would refuse is refused here, in words.
///
/// Source: https://www.twilio.com/docs/voice/twiml
final class Twiml {

    private static final Set<String> LANGUAGES = Set.of("", "en-GB", "en-US", "nl-NL", "de-DE", "fr-FR");

    private Twiml() {}

    /// One instruction.
    sealed interface Verb {

        record Say(String text) implements Verb {}

        record Pause(int seconds) implements Verb {}

        /// @param digits how many end it; 0 for any number
        record Gather(List<Verb> beside, int digits, int timeout, String finishOnKey, String action) implements Verb {}

        record Dial(String number, String statusCallback, Set<String> events, int timeout, String callerId,
                String action) implements Verb {}

        record Record(int maxLength, int timeout, String action, String statusCallback) implements Verb {}

        record Redirect(String url) implements Verb {}

        record Hangup() implements Verb {}
    }

    /// An answer that Twilio could not follow: the caller hears that an application error has occurred.
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String sentence) {
            super(sentence);
        }
    }

    static List<Verb> read(String xml) throws RefusedException {
        Element response = parse(xml);
        if (!response.getTagName().equals("Response")) {
            throw new RefusedException("The root element is not <Response>.");
        }
        return verbs(response);
    }

    private static Element parse(String xml) throws RefusedException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new RefusedException("It is no well-formed XML.");
        }
    }

    private static List<Verb> verbs(Element parent) throws RefusedException {
        List<Verb> verbs = new ArrayList<>();
        for (Element one : children(parent)) {
            verbs.add(verb(one));
        }
        return verbs;
    }

    private static Verb verb(Element one) throws RefusedException {
        return switch (one.getTagName()) {
            case "Say" -> say(one);
            case "Pause" -> new Verb.Pause(number(one, "length", 1));
            case "Gather" -> new Verb.Gather(verbs(one), number(one, "numDigits", 0), number(one, "timeout", 5),
                    one.hasAttribute("finishOnKey") ? one.getAttribute("finishOnKey") : "#", action(one));
            case "Dial" -> dial(one);
            case "Record" -> new Verb.Record(number(one, "maxLength", 3600), number(one, "timeout", 5), action(one),
                    one.getAttribute("recordingStatusCallback"));
            case "Redirect" -> new Verb.Redirect(one.getTextContent().strip());
            case "Hangup" -> new Verb.Hangup();
            default -> throw new RefusedException("There is no verb <" + one.getTagName() + ">.");
        };
    }

    private static Verb say(Element one) throws RefusedException {
        if (!LANGUAGES.contains(one.getAttribute("language"))) {
            throw new RefusedException("<Say> does not speak “" + one.getAttribute("language") + "”.");
        }
        return new Verb.Say(one.getTextContent().strip());
    }

    private static Verb dial(Element one) throws RefusedException {
        List<Element> numbers = children(one);
        if (numbers.size() != 1 || !numbers.getFirst().getTagName().equals("Number")) {
            throw new RefusedException("The sandbox dials one <Number> at a time.");
        }
        Element number = numbers.getFirst();
        String to = number.getTextContent().strip();
        if (!TextNetwork.isNumber(to)) {
            throw new RefusedException("“" + to + "” cannot be dialled: it is not in E.164 form.");
        }
        Set<String> events = Set.of((number.hasAttribute("statusCallbackEvent")
                ? number.getAttribute("statusCallbackEvent")
                : "completed").split(" +"));
        return new Verb.Dial(to, number.getAttribute("statusCallback"), events, number(one, "timeout", 30),
                one.getAttribute("callerId"), action(one));
    }

    /// Everything is posted; a GET would put what was keyed in into logs.
    private static String action(Element one) throws RefusedException {
        String method = one.getAttribute("method");
        if (!method.isEmpty() && !method.equals("POST")) {
            throw new RefusedException("The sandbox posts, and <" + one.getTagName() + "> asks for " + method + ".");
        }
        return one.getAttribute("action");
    }

    private static int number(Element one, String name, int usual) throws RefusedException {
        String value = one.getAttribute(name);
        if (value.isEmpty()) {
            return usual;
        }
        if (!value.matches("\\d{1,5}")) {
            throw new RefusedException("“" + value + "” is no " + name + ".");
        }
        return Integer.parseInt(value);
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
