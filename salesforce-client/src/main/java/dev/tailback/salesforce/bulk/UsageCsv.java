package dev.tailback.salesforce.bulk;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.UsageSnapshot;
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

    /** Leaves out what no cell can say, and what is too much for one job. */
    static byte[] of(Mapping mapping, Collection<UsageSnapshot> snapshots) {
        JobText text = JobText.of(
                IDEAS.stream().flatMap(idea -> mapping.find(idea).stream()).toList(), JobText.MOST_BYTES);
        snapshots.stream().filter(UsageCsv::canBeSaid).forEach(snapshot -> text.add(row(mapping, snapshot)));
        return text.bytes();
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
        return texts.noneMatch(JobText::isMisread);
    }

    private static List<String> row(Mapping mapping, UsageSnapshot snapshot) {
        return IDEAS.stream()
                .filter(idea -> mapping.find(idea).isPresent())
                .map(idea -> cell(idea, snapshot))
                .toList();
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
            case SERVICE_DATE -> ad.serviceDate().map(LocalDate::toString).orElse(JobText.NONE);
            case CUSTOMER_REFERENCE -> said(ad.customerReference().orElse(""));
            case AD_LINK -> ad.link().map(UsageCsv::said).orElse(NOT_SAID);
            default -> throw new IllegalArgumentException(idea.path() + " is no column");
        };
    }

    private static String said(String text) {
        return text.isEmpty() ? JobText.NONE : text;
    }
}
