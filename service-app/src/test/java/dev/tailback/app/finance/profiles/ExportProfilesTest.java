package dev.tailback.app.finance.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.finance.lines.LineKind;
import dev.tailback.app.finance.lines.Money;
import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.web.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile writes what its target documents, and a file that is no profile is refused with a sentence. */
class ExportProfilesTest {

    @TempDir
    private Path directory;

    /** docs.zuora.com, "Usage file format": these columns, the first four with a value, dates of the United States. */
    @Test
    void the_profile_for_zuora_has_the_columns_that_zuora_documents() throws IOException {
        String[] rows = written("zuora-usage", line(LineKind.USAGE, 2)).split("\n");
        assertEquals("ACCOUNT_ID,UOM,QTY,STARTDATE,ENDDATE,SUBSCRIPTION_ID,CHARGE_ID,DESCRIPTION", rows[0]);
        assertEquals(
                "001000000000001AAA,unit,2,11/05/2026,11/05/2026,00000100,," + new UUID(9, 1) + ":1:usage", rows[1]);
    }

    /** docs.stripe.com, "Record usage for billing using Amazon S3": fields of a file of meter events. */
    @Test
    void the_profile_for_stripe_has_the_columns_that_stripe_documents() throws IOException {
        String[] rows = written("stripe-meter-events", line(LineKind.USAGE, 2)).split("\n");
        assertEquals("identifier,timestamp,event_name,payload_stripe_customer_id,payload_value", rows[0]);
        assertEquals(new UUID(9, 1) + ":1:usage,1796040000,tailback_usage,001000000000001AAA,2", rows[1]);
        assertTrue(rows[1].split(",")[0].length() <= 100, "Stripe takes identifiers of up to 100 characters");
    }

    @Test
    void a_reversal_is_refused_where_the_target_takes_none_and_kept_where_it_does() throws IOException {
        UsageLine reversal = line(LineKind.USAGE, 2).reversal();
        Problem refused = assertThrows(Problem.class, () -> written("zuora-usage", reversal));
        assertEquals("profile_cannot_reverse", refused.code());
        assertTrue(written("tailback", reversal).contains(",unit,-2,120.05,-240.10,EUR,"));
    }

    @Test
    void a_value_becomes_what_the_profile_says_and_one_it_does_not_name_stops_the_export() {
        ExportProfile profile = profile(
                "{\"title\":\"Ours\",\"reversals\":\"keep\",\"columns\":[{\"name\":\"customer\","
                        + "\"value\":\"account_id\",\"renamed\":[{\"is\":\"001000000000001AAA\",\"becomes\":\"cus_1\"}]}]}");
        UsageLine known = line(LineKind.USAGE, 2);
        assertEquals("customer\ncus_1\n", text(profile, known));
        ExportProfile other = profile("{\"title\":\"Ours\",\"reversals\":\"keep\",\"columns\":[{\"name\":\"customer\","
                + "\"value\":\"account_id\",\"renamed\":[{\"is\":\"001000000000009AAA\",\"becomes\":\"cus_9\"}]}]}");
        Problem refused = assertThrows(Problem.class, () -> text(other, known));
        assertEquals("profile_unmapped", refused.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                   | is not valid JSON",
                "{\"title\":\"x\",\"reversals\":\"keep\"}                            | columns must be a list",
                "{\"title\":\"x\",\"reversals\":\"maybe\",\"columns\":[{\"name\":\"a\",\"constant\":\"b\"}]} | reversals must be keep or refuse",
                "{\"title\":\"x\",\"reversals\":\"keep\",\"columns\":[{\"name\":\"a\",\"value\":\"price\"}]} | columns[0].value is no value of a line",
                "{\"title\":\"x\",\"reversals\":\"keep\",\"columns\":[{\"name\":\"a\"}]} | or constant must be given",
                "{\"title\":\"x\",\"reversals\":\"keep\",\"columns\":[{\"name\":\"a\",\"value\":\"locked_at\",\"format\":\"bb{\"}]} | must be a pattern",
                "{\"title\":\"x\",\"reversals\":\"keep\",\"columns\":[{\"name\":\"a\",\"value\":\"quantity\",\"format\":\"yyyy\"}]} | is for locked_at",
                "{\"title\":\"x\",\"reversals\":\"keep\",\"colums\":[]}           | colums is not known here",
            })
    void a_bad_file_is_refused_at_start_with_what_is_wrong_in_it(String file, String sentence) throws IOException {
        Files.writeString(directory.resolve("ours.json"), file.strip());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ExportProfiles.check(directory.toString()));
        assertTrue(refused.getMessage().startsWith("FINANCE_PROFILES: ours.json"), refused.getMessage());
        assertTrue(refused.getMessage().contains(sentence.strip()), refused.getMessage());
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
        Path gone = directory.resolve("gone");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ExportProfiles.check(gone.toString()));
        assertTrue(refused.getMessage().contains(gone.toString()), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0.335, EUR, 1.01",
        "1, 0.005, EUR, 0.01",
        "1, 0.004, EUR, 0.00",
        "-1, 0.005, EUR, -0.01",
        "3, 33.5, JPY, 101",
        "2, 0.0005, KWD, 0.001",
        "1000000, 999999999999.99, EUR, 999999999999990000.00"
    })
    void amounts_are_exact_and_rounded_half_up_to_the_minor_units_of_the_currency(
            long units, BigDecimal price, String currency, String amount) {
        assertEquals(amount, Money.amount(units, price, currency).toPlainString());
    }

    private static String written(String shipped, UsageLine line) throws IOException {
        try (InputStream file =
                ExportProfilesTest.class.getResourceAsStream("/finance-profiles/" + shipped + ".json")) {
            return text(ExportProfile.read(shipped, file.readAllBytes()), line);
        }
    }

    private static ExportProfile profile(String json) {
        return ExportProfile.read("ours", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ExportProfile profile, UsageLine line) {
        return new String(profile.write(List.of(line), ZoneOffset.UTC), StandardCharsets.UTF_8);
    }

    private static UsageLine line(LineKind kind, long units) {
        BigDecimal price = new BigDecimal("120.05");
        return new UsageLine(
                kind,
                new UUID(9, 1),
                1,
                "001000000000001AAA",
                "Magic Ads Inc",
                "800000000000001AAA",
                "00000100",
                "a01000000000001AAA",
                "Small",
                units,
                price,
                Money.amount(units, price, "EUR"),
                "EUR",
                Optional.of(Instant.parse("2026-11-30T12:00:00Z")),
                LocalDate.parse("2026-11-05"),
                "a02000000000001AAA",
                "service",
                Instant.parse("2026-11-05T08:00:00Z"),
                "AD-1");
    }
}
