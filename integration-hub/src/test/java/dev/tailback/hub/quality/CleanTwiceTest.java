package dev.tailback.hub.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** To clean what is clean changes nothing, for any text and every kind. */
class CleanTwiceTest {

    private static final Entity COMPANY = Entities.shipped().entity("company").orElseThrow();

    @Property(tries = 2_000)
    void a_clean_value_stays_as_it_is(@ForAll("attributes") Attribute attribute, @ForAll("texts") String text) {
        ValueQuality.check(attribute, text, "DE")
                .usable()
                .ifPresent(once -> assertEquals(
                        once, ValueQuality.check(attribute, once, "DE").usable().orElse("refused the second time")));
    }

    @Property(tries = 1_000)
    void folding_twice_is_folding_once(@ForAll("texts") String text) {
        assertEquals(Folded.of(text), Folded.of(Folded.of(text)));
    }

    @Provide
    Arbitrary<Attribute> attributes() {
        return Arbitraries.of(COMPANY.attributes());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars("0123456789.,+-/ ()€ADE").ofMaxLength(20),
                Arbitraries.strings()
                        .withChars("&amp;#39;<b> \u00a0\u200b;@.de")
                        .ofMaxLength(20),
                Arbitraries.of(
                        "Info@Example.DE",
                        "01.02.2026",
                        "https://www.example.de/",
                        "030 901820",
                        "1.234,50 €",
                        "null",
                        "&amp;amp;lt;",
                        "Österreich",
                        "D-01067",
                        "a;B;a"));
    }
}
