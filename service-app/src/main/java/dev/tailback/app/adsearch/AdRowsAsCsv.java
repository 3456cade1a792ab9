package dev.tailback.app.adsearch;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.entries.EntryWords;
import java.util.List;
import java.util.Optional;

/** One row for each usage entry, with what its ad says repeated, so that a spreadsheet can filter and add up. */
final class AdRowsAsCsv {

    private static final List<String> HEAD = List.of(
            "ad",
            "title",
            "customer",
            "contract_number",
            "contract_id",
            "service_date",
            "customer_reference",
            "note",
            "created_by",
            "created_at",
            "changed_by",
            "changed_at",
            "entry_id",
            "product",
            "contract_product_id",
            "units",
            "cancelled",
            "state",
            "code",
            "reason",
            "version",
            "reported_version",
            "reported_units",
            "attempts",
            "next_attempt_at",
            "reported_at");

    private AdRowsAsCsv() {}

    static String head() {
        return Csv.row(HEAD);
    }

    static String rows(AdView ad) {
        StringBuilder rows = new StringBuilder();
        ad.entries().forEach(entry -> rows.append(Csv.row(row(ad, entry))));
        return rows.toString();
    }

    private static List<String> row(AdView ad, EntryView entry) {
        return List.of(
                ad.reference(),
                ad.title(),
                entry.customer().or(ad::customer).orElse(""),
                entry.contractNumber().orElse(""),
                entry.contractId(),
                text(ad.serviceDate()),
                ad.customerReference().orElse(""),
                ad.note().orElse(""),
                ad.createdBy(),
                ad.createdAt().toString(),
                ad.changedBy(),
                ad.changedAt().toString(),
                entry.id().toString(),
                entry.product().orElse(""),
                entry.contractProductId(),
                String.valueOf(entry.units()),
                String.valueOf(entry.cancelled()),
                EntryWords.word(entry),
                entry.code().orElse(""),
                entry.reason().orElse(""),
                String.valueOf(entry.version()),
                String.valueOf(entry.reportedVersion()),
                String.valueOf(entry.reportedUnits()),
                String.valueOf(entry.attempts()),
                text(entry.nextAttemptAt()),
                text(entry.reportedAt()));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
