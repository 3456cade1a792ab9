package dev.tailback.salesforce.bulk;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.UsageSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    private static final List<Idea> IDEAS = List.of(
            Idea.EXTERNAL_ID,
            Idea.CONTRACT_PRODUCT,
            Idea.VERSION,
            Idea.UNITS,
            Idea.CANCELLED,
            Idea.AD_REFERENCE,
            Idea.AD_TITLE,
            Idea.SERVICE_DATE,
            Idea.CUSTOMER_REFERENCE,
            Idea.AD_LINK);

    private UsageCsv() {}

    private static CsvSchema columns(Mapping mapping) {
        List<String> fields =
                IDEAS.stream().flatMap(idea -> mapping.find(idea).stream()).toList();
        return CsvSchema.builder()
                .addColumns(fields, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator('\n')
                .build();
    }

    /** Leaves out what no cell can say, and what is too much for one job. */
    static byte[] of(Mapping mapping, Collection<UsageSnapshot> snapshots) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (SequenceWriter rows =
                MAPPER.writerFor(String[].class).with(columns(mapping)).writeValues(text)) {
            for (UsageSnapshot snapshot : snapshots) {
                if (text.size() < MOST_BYTES && canBeSaid(snapshot)) {
                    rows.write(row(mapping, snapshot));
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

    private static String[] row(Mapping mapping, UsageSnapshot snapshot) {
        return IDEAS.stream()
                .filter(idea -> mapping.find(idea).isPresent())
                .map(idea -> cell(idea, snapshot))
                .toArray(String[]::new);
    }

    private static String cell(Idea idea, UsageSnapshot snapshot) {
        return switch (idea) {
            case EXTERNAL_ID -> snapshot.entryId().toString();
            case CONTRACT_PRODUCT -> snapshot.contractProductId();
            case VERSION -> Long.toString(snapshot.version());
            case UNITS -> Integer.toString(snapshot.units());
            case CANCELLED -> Boolean.toString(snapshot.cancelled());
            case AD_REFERENCE -> said(snapshot.adReference());
            default -> snapshot.ad().map(ad -> cell(idea, ad)).orElse(NOT_SAID);
        };
    }

    private static String cell(Idea idea, AdShown ad) {
        return switch (idea) {
            case AD_TITLE -> said(ad.title());
            case SERVICE_DATE -> ad.serviceDate().map(LocalDate::toString).orElse(NONE);
            case CUSTOMER_REFERENCE -> said(ad.customerReference().orElse(""));
            case AD_LINK -> ad.link().map(UsageCsv::said).orElse(NOT_SAID);
            default -> throw new IllegalArgumentException(idea.path() + " is no column");
        };
    }

    private static String said(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
