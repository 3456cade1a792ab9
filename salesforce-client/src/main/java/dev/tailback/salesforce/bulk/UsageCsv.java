package dev.tailback.salesforce.bulk;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.UsageFields;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Usage as a job's text: a row for each entry, which says the same as its record in a call. An empty cell leaves alone
 * what Salesforce holds, and {@code #N/A} takes it away.
 */
final class UsageCsv {
    private static final String NOT_SAID = "";
    private static final String NONE = "#N/A";

    /** Salesforce takes 150 MB after it has written the text in Base64. */
    private static final int MOST_BYTES = 100 * 1000 * 1000;

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();

    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumns(
                    List.of(
                            UsageFields.EXTERNAL_ID,
                            UsageFields.CONTRACT_PRODUCT,
                            UsageFields.VERSION,
                            UsageFields.UNITS,
                            UsageFields.CANCELLED,
                            UsageFields.AD_REFERENCE,
                            UsageFields.AD_TITLE,
                            UsageFields.SERVICE_DATE,
                            UsageFields.CUSTOMER_REFERENCE,
                            UsageFields.AD_LINK),
                    CsvSchema.ColumnType.STRING)
            .setUseHeader(true)
            .setLineSeparator('\n')
            .build();

    private UsageCsv() {}

    /** Leaves out what no cell can say, and what is too much for one job. */
    static byte[] of(Collection<UsageSnapshot> snapshots) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (SequenceWriter rows =
                MAPPER.writerFor(String[].class).with(COLUMNS).writeValues(text)) {
            for (UsageSnapshot snapshot : snapshots) {
                if (text.size() < MOST_BYTES && canBeSaid(snapshot)) {
                    rows.write(row(snapshot));
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toByteArray();
    }

    // An ad may well be called #N/A; in a cell that would take its title away.
    private static boolean canBeSaid(UsageSnapshot snapshot) {
        Stream<String> texts = Stream.concat(
                Stream.of(snapshot.adReference()),
                snapshot.ad().stream()
                        .flatMap(ad -> Stream.of(
                                ad.title(),
                                ad.customerReference().orElse(NOT_SAID),
                                ad.link().orElse(NOT_SAID))));
        return texts.noneMatch(text -> text.strip().equals(NONE));
    }

    private static String[] row(UsageSnapshot snapshot) {
        Optional<AdShown> ad = snapshot.ad();
        return new String[] {
            snapshot.entryId().toString(),
            snapshot.contractProductId(),
            Long.toString(snapshot.version()),
            Integer.toString(snapshot.units()),
            Boolean.toString(snapshot.cancelled()),
            said(snapshot.adReference()),
            ad.map(shown -> said(shown.title())).orElse(NOT_SAID),
            ad.map(shown -> shown.serviceDate().map(LocalDate::toString).orElse(NONE))
                    .orElse(NOT_SAID),
            ad.map(shown -> said(shown.customerReference().orElse(""))).orElse(NOT_SAID),
            ad.flatMap(AdShown::link).map(UsageCsv::said).orElse(NOT_SAID)
        };
    }

    private static String said(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
