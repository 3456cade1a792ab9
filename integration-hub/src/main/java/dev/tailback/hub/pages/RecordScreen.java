package dev.tailback.hub.pages;

import dev.tailback.hub.api.RecordsApi.RecordView;
import dev.tailback.hub.dossier.AgreedValue;
import dev.tailback.hub.dossier.FieldView;
import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.dossier.Moment;
import dev.tailback.hub.dossier.SourceView;
import dev.tailback.hub.dossier.Why;
import dev.tailback.hub.records.Standing;
import dev.tailback.web.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One golden record.
 *
 * @param locked the attributes that stand by a steward's word
 */
public record RecordScreen(
        Called called,
        GoldenView golden,
        List<SourceView> sources,
        List<Row> rows,
        Set<String> locked,
        List<Moment> timeline) {

    /** One attribute. @param why the newest decision about it; not there while none was made */
    public record Row(String attribute, Optional<AgreedValue> agreed, Optional<Why> why) {}

    /** @param why the newest decision of each attribute */
    static RecordScreen of(Called called, RecordView record, List<Why> why, Set<String> locked, List<Moment> timeline) {
        List<Row> rows = attributes(record)
                .distinct()
                .sorted()
                .map(attribute -> new Row(
                        attribute,
                        record.golden().values().stream()
                                .filter(agreed -> agreed.attribute().equals(attribute))
                                .findFirst(),
                        why.stream()
                                .filter(one -> one.attribute().equals(attribute))
                                .findFirst()))
                .toList();
        return new RecordScreen(called, record.golden(), record.sources(), rows, locked, timeline);
    }

    private static Stream<String> attributes(RecordView record) {
        return Stream.concat(
                record.golden().values().stream().map(AgreedValue::attribute),
                record.sources().stream()
                        .flatMap(source -> source.fields().stream())
                        .flatMap(field -> field.attribute().stream()));
    }

    public Optional<FieldView> field(SourceView source, Row row) {
        return source.fields().stream()
                .filter(field -> field.attribute().equals(Optional.of(row.attribute())))
                .findFirst();
    }

    /** What people deleted in one CRM. Of what is erased nobody asks. */
    public List<SourceView> gone() {
        return sources.stream()
                .filter(source -> source.standing() == Standing.GONE)
                .filter(source -> source.erasedAt().isEmpty())
                .toList();
    }

    /** Whether a CRM holds something else than what was agreed, and not as its own way to store that. */
    public boolean differs(FieldView field, Row row) {
        return row.agreed().isPresent() && !field.given().orElse(field.value()).equals(agreed(row));
    }

    /** Whether it can be erased. */
    public boolean isPersonal() {
        return called.isPersonal(golden.entity());
    }

    public String name() {
        return GoldenName.of(golden);
    }

    public String label(Row row, Texts texts) {
        return called.attribute(golden.entity(), row.attribute(), texts);
    }

    /** Empty for what is agreed to be empty, and for what is not agreed. */
    public String agreed(Row row) {
        return row.agreed().map(AgreedValue::value).orElse("");
    }
}
