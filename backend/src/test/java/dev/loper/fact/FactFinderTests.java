package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.loper.Effort;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactFinderTests {

    private final FactFinder finder = new FactFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mijn ordernummer is 4711-82                          | order-number=4711-82
            Mijn bestelnummer van vorige keer was 4711-82.       | order-number=4711-82
            The order number of last time was 4711-82            | order-number=4711-82
            It's about order 4711-82.                            | order-number=4711-82
            My order number: 2026-0914, thanks                   | order-number=2026-0914
            Bestelling #88123 is niet aangekomen                 | order-number=88123
            I ordered it on order no. AB-12345                   | order-number=AB-12345
            Ik woon op 1017 AB nummer 21                         | postcode=1017 AB
            my postcode is 1017ab                                | postcode=1017 AB
            Mijn postcode: 1017 AB                               | postcode=1017 AB
            Bel me op 06 28419017                                | phone=+31628419017
            Mail me at Eva.Lindeman@posteo.nl please             | email=eva.lindeman@posteo.nl
            Mijn naam is Eva van der Lindeman                    | name=Eva van der Lindeman
            I need it on 13 June                                 | date=13 June
            Graag vóór zaterdag 13 juni                          | date=zaterdag 13 juni
            Product: lamp Fjord                                  | product=lamp Fjord
            Ik heb een lamp Fjord besteld.                       | product=lamp Fjord
            Ik heb gisteren het kussen van katoen besteld        | product=kussen van katoen
            I bought a lamp Fjord yesterday from you             | product=lamp Fjord
            It's about the lamp Fjord from my order              | product=lamp Fjord
            Het artikelnummer is F-2000                          | product=F-2000
            I'd prefer an email over a call                      | preference=I'd prefer an email over a call
            Liever per mail, ik werk overdag                     | preference=Liever per mail
            """)
    void aFactIsFoundInWords(String text, String expected) {
        assertThat(finder.find(text, List.of(), Set.of()).stream().map(
                one -> one.kind() + "=" + one.value())).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The order has not arrived
            Your order number for the lamp is not in my mail
            I ordered in 2026 en betaald
            See you at 1000 SS
            It costs 1250 euro
            Ik heb het op 13-06-2026 besteld, order 13-06-2026
            What is your phone number?
            """)
    void whatOnlyLooksLikeOneIsNot(String text) {
        assertThat(finder.find(text, List.of(), Set.of())).noneMatch(
                one -> Set.of("order-number", "postcode", "phone").contains(one.kind()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ik heb de hele ochtend gewacht.", "Ik heb een vraag over wat ik bij jullie heb besteld",
            "Ik heb een klacht", "Het gaat om de bezorging", "It is about my return", "The item is broken",
            "Het product is kapot", "Het artikel is niet geleverd", "het gaat over het feit dat niemand belt",
            "I ordered a week ago and have nothing"})
    void noProductIsMadeOfWhatIsNone(String text) {
        assertThat(finder.find(text, List.of(), Set.of())).noneMatch(one -> one.kind().equals("product"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dat weet ik niet", "De hele ochtend gewacht", "Geen idee, sorry", "Thanks, later",
            "I already told you", "Ja", "De bestelling", "nooit gekregen"})
    void anAnswerThatIsNoProductIsNoneThoughOneWasAskedFor(String text) {
        assertThat(finder.find(text, List.of(), Set.of("product"))).noneMatch(one -> one.kind().equals("product"));
    }

    @Test
    void theBareAnswerNamesAProductWithoutItsArticle() {
        assertThat(finder.find("De lamp Fjord.", List.of(), Set.of("product"))).contains(new Found("product",
                "lamp Fjord"));
        assertThat(finder.find("it's the armchair", List.of(), Set.of("product"))).contains(new Found("product",
                "armchair"));
    }

    @Test
    void theBareAnswerWillDoWhereItWasAskedFor() {
        assertThat(finder.find("4711-82. I need it before Saturday", List.of(), Set.of())).noneMatch(
                one -> one.kind().equals("order-number"));
        assertThat(finder.find("4711-82. I need it before Saturday", List.of(), Set.of("order-number"))).contains(
                new Found("order-number", "4711-82"));
        assertThat(finder.find("1017ab", List.of(), Set.of("postcode"))).containsExactly(
                new Found("postcode", "1017 AB"));
    }

    @Test
    void aKindDefinedHereIsFoundByItsPattern() {
        FactKind member = new FactKind("member", new FactKind.Words("Lidnummer", "Membership"),
                Pattern.compile("(?i)lid(?:nummer)? (L-\\d{4})"), FactKind.Asking.NOTHING);
        assertThat(finder.find("Ik ben lid L-1234", List.of(member), Set.of())).containsExactly(
                new Found("member", "L-1234"));
    }

    @Test
    void aPatternMeantToHangDoesNotHang() {
        FactKind evil = new FactKind("evil", new FactKind.Words("x", "x"), Pattern.compile("(a+)+$"),
                FactKind.Asking.NOTHING);
        assertThat(Effort.of(() -> finder.find("a".repeat(9_000) + "!", List.of(evil), Set.of()))).isLessThan(
                Duration.ofSeconds(3));
    }
}
