package dev.tailback.web.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of one reader, and which reader gets which. */
class TextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE,de;q=0.9,en;q=0.8|de|DE",
                "de-AT|de|AT",
                "en-GB,en;q=0.9|en|GB",
                "fr-FR,de;q=0.5|de|''",
                "fr|en|''",
                "*|en|''",
                "en;q=0.1,de;q=0.9|de|''",
                "de-DE-u-nu-arab|de|DE",
                "de-ZZ|de|''",
                ";;q=x|en|''",
                "''|en|''"
            })
    void the_language_is_the_first_of_ours_that_the_browser_asks_for(String header, String language, String region) {
        Texts texts = asking(header);

        assertEquals(language, texts.language());
        assertEquals(region, texts.locale().getCountry());
    }

    @Test
    void a_header_of_any_length_is_answered_in_english() {
        assertEquals("en", asking("de," + "x".repeat(10_000)).language());
    }

    @Test
    void a_reader_who_says_nothing_reads_english() {
        assertEquals("en", Texts.of(HttpRequest.GET("/")).language());
    }

    @Test
    void the_server_s_own_language_does_not_matter() {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.GERMANY);
        try {
            assertEquals("Log out", Texts.english().of("layout.log-out"));
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void sentences_and_values_follow_the_locale() {
        Texts german = asking("de-DE");
        Texts british = asking("en-GB");

        assertEquals("1.234 Einträge warten.", german.of("banner.waiting", 1_234));
        assertEquals("1 entry waits.", british.of("banner.waiting", 1));
        assertEquals("93.998", german.number(93_998));
        assertEquals("2,5", german.units(new BigDecimal("2.500")));
        assertEquals("93,998", british.units(new BigDecimal("9.3998E4")));
        assertEquals("950,00\u00a0EUR", german.price(new BigDecimal("950"), Optional.of("EUR")));
        assertEquals("1,950\u00a0JPY", british.price(new BigDecimal("1950.00"), Optional.of("JPY")));
        assertEquals("0.0125\u00a0USD", british.price(new BigDecimal("0.0125"), Optional.of("USD")));
        assertEquals("950.10", british.price(new BigDecimal("950.1"), Optional.empty()));
        assertEquals("28 Nov 2026", british.date(LocalDate.of(2026, 11, 28)));
        assertEquals("28.11.2026", german.date(LocalDate.of(2026, 11, 28)));
        assertTrue(german.time(Instant.parse("2026-11-28T01:02:03Z")).endsWith("UTC"));
        assertFalse(british.of("layout.skip").isEmpty());
    }

    private static Texts asking(String acceptLanguage) {
        return Texts.of(HttpRequest.GET("/").header("Accept-Language", acceptLanguage));
    }
}
