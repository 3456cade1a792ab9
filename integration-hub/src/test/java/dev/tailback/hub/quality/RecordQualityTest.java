package dev.tailback.hub.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as people and programs write them, and what becomes of them. */
class RecordQualityTest {

    private static final Entity COMPANY = Entities.shipped().entity("company").orElseThrow();
    private static final Entity PERSON = Entities.shipped().entity("person").orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name          | '  Müller &amp; Söhne   GmbH ' | Müller & Söhne GmbH   | company_name_form
            name          | ACME AG                        | ACME AG               | -
            email         | Info@Example.COM               | info@example.com      | email_form
            email         | mailto:info@example.com        | info@example.com      | email_form
            domain        | https://www.shop.example.co.uk/de?x=1 | example.co.uk  | domain_form
            domain        | müller.de                      | xn--mller-kva.de      | domain_form
            phone         | (030) 901820                   | +4930901820           | phone_form
            phone         | 0049 30 901820                 | +4930901820           | phone_form
            phone         | +4930901820                    | +4930901820           | -
            country       | Germany                        | DE                    | country_form
            country       | Deutschland                    | DE                    | country_form
            country       | USA                            | US                    | country_form
            country       | DEU                            | DE                    | country_form
            postalCode    | D-89073                        | 89073                 | postal_code_form
            postalCode    | 1067                           | 01067                 | postal_code_zero
            employees     | 1.234.567                      | 1234567               | number_form
            employees     | 250                            | 250                   | -
            revenue       | '1.200.000,50 €'               | EUR 1200000.5         | money_form
            revenue       | 'USD 1,200,000.00'             | USD 1200000           | money_form
            customerSince | 29.11.2026                     | 2026-11-29            | date_form
            customerSince | 2026-11-29T11:15:30+01:00      | 2026-11-29T10:15:30Z  | date_form
            customerSince | 11/29/2026                     | 2026-11-29            | date_form
            tags          | 'b; a ;b'                      | a;b                   | list_form
            """)
    void a_value_is_mended(String attribute, String was, String value, String rule) {
        Checked checked = check(attribute, was);

        assertEquals(value, checked.usable().orElseThrow());
        assertEquals(rule.equals("-") ? List.of() : List.of(rule), rules(checked));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name          | n/a                | placeholder
            name          | '?'                | placeholder
            name          | info@example.com   | company_name_invalid
            email         | info@example       | email_invalid
            email         | nobody             | email_invalid
            domain        | gmail.com          | domain_of_a_mail_service
            domain        | server.local       | domain_invalid
            domain        | co.uk              | domain_invalid
            phone         | call me            | phone_invalid
            country       | Atlantis           | country_unknown
            employees     | '1,234'            | number_invalid
            employees     | about 20           | number_invalid
            employees     | 1e999999999        | number_invalid
            revenue       | 100 XQX            | currency_unknown
            customerSince | 03/04/2026         | date_ambiguous
            customerSince | 2026-02-30         | date_invalid
            """)
    void a_value_that_cannot_be_mended_is_refused(String attribute, String was, String rule) {
        Checked checked = check(attribute, was);

        assertTrue(checked.usable().isEmpty(), checked.toString());
        assertEquals(List.of(rule), rules(checked));
    }

    @Test
    void a_number_without_country_cannot_be_told() {
        Checked checked = new RecordQuality(COMPANY)
                .check(Map.of("phone", "030 901820"))
                .values()
                .get("phone");

        assertEquals(List.of("phone_without_country"), rules(checked));
    }

    @Test
    void a_postal_code_of_another_shape_is_kept_with_a_warning() {
        Checked checked = check("postalCode", "SW1A 1AA");

        assertEquals("SW1A 1AA", checked.usable().orElseThrow());
        assertEquals(List.of("postal_code_invalid"), rules(checked));
    }

    @ParameterizedTest
    @CsvSource({
        "GB,sw1a1aa,SW1A 1AA",
        "NL,1012ab,1012 AB",
        "CA,k1a0b1,K1A 0B1",
        "PL,00950,00-950",
        "US,021394307,02139-4307",
        "SE,11455,114 55",
        "FR,75001,75001"
    })
    void postal_codes_are_written_as_their_country_writes_them(String country, String was, String code) {
        Checked checked = new RecordQuality(COMPANY)
                .check(Map.of("country", country, "postalCode", was))
                .values()
                .get("postalCode");

        assertEquals(code, checked.usable().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "MARIA,Maria",
        "o'brien,O'Brien",
        "müller-lüdenscheidt,Müller-Lüdenscheidt",
        "McDonald,McDonald",
        "Jo,Jo",
        "von der LEYEN,von der LEYEN"
    })
    void a_persons_name_is_not_shouted(String was, String name) {
        Checked checked = new RecordQuality(PERSON)
                .check(Map.of("lastName", was))
                .values()
                .get("lastName");

        assertEquals(name, checked.usable().orElseThrow());
    }

    @Test
    void what_is_missing_is_taken_from_what_is_there() {
        CheckedRecord record = new RecordQuality(COMPANY)
                .check(Map.of("phone", "+41 44 668 18 00", "email", "office@shop.example.ch"));

        assertEquals("CH", record.known().get("country"));
        assertEquals("example.ch", record.known().get("domain"));
        assertTrue(record.told().keySet().containsAll(List.of("phone", "email")));
        assertEquals(2, record.told().size(), "what follows is not what the CRM said");
    }

    @Test
    void a_mailbox_of_a_mail_service_says_no_domain() {
        CheckedRecord record = new RecordQuality(COMPANY).check(Map.of("email", "acme.shop@gmail.com"));

        assertTrue(record.enriched().isEmpty());
    }

    @Test
    void a_phone_of_another_country_is_a_warning() {
        CheckedRecord record = new RecordQuality(COMPANY).check(Map.of("phone", "+41446681800", "country", "DE"));

        assertEquals(
                List.of("phone_of_another_country"),
                record.across().stream().map(Finding::rule).toList());
    }

    @Test
    void a_sentence_never_carries_the_value() {
        Checked checked = check("email", "secret-person");

        assertTrue(checked.findings().stream()
                .noneMatch(finding -> finding.sentence().contains("secret-person")));
    }

    private static Checked check(String attribute, String was) {
        return new RecordQuality(COMPANY)
                .check(Map.of(attribute, was, attribute.equals("country") ? "city" : "country", "DE"))
                .values()
                .get(attribute);
    }

    private static List<String> rules(Checked checked) {
        return checked.findings().stream().map(Finding::rule).toList();
    }
}
