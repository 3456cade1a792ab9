package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.currency.OrgCurrencyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An org says in which currency it keeps its prices, or does not say it; the two are never mixed up with an outage. */
class OrgCurrencyReaderTest {

    private final WireOrg org = new WireOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void an_org_with_one_currency_names_it() {
        org.answering(answer(
                200, "{\"features\":{\"multiCurrency\":false,\"defaultCurrencyIsoCode\":\"JPY\",\"chatter\":true}}"));
        assertEquals(new OrgCurrency.One("JPY"), found(read()));
        assertEquals(
                "/services/data/v62.0/connect/organization",
                org.requests().get(0).target());
    }

    @Test
    void an_org_with_many_currencies_says_so() {
        org.answering(answer(200, "{\"features\":{\"multiCurrency\":true,\"defaultCurrencyIsoCode\":\"EUR\"}}"));
        assertEquals(new OrgCurrency.Many(), found(read()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"features\":{}}",
                "{\"features\":{\"defaultCurrencyIsoCode\":\"euro\"}}",
                "not JSON"
            })
    void an_org_that_does_not_say_it_is_absent(String body) {
        org.answering(answer(200, body));
        assertInstanceOf(Reading.Absent.class, read());
    }

    @Test
    void an_org_without_the_resource_is_absent() {
        org.answering(answer(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"not there\"}]"));
        assertInstanceOf(Reading.Absent.class, read());
    }

    @Test
    void a_refusal_is_no_absence() {
        org.answering(answer(403, "[{\"errorCode\":\"FUNCTIONALITY_NOT_ENABLED\",\"message\":\"no\"}]"));
        assertInstanceOf(Reading.Refused.class, read());
    }

    @Test
    void an_outage_is_no_absence() {
        org.answering(answer(503, "maintenance"));
        assertInstanceOf(Reading.Unavailable.class, read());
    }

    private Reading<OrgCurrency> read() {
        return new OrgCurrencyReader(org.session()).read();
    }

    private static OrgCurrency found(Reading<OrgCurrency> reading) {
        if (reading instanceof Reading.Found<OrgCurrency> found) {
            return found.value();
        }
        throw new AssertionError(reading);
    }
}
