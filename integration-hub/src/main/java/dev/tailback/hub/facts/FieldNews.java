package dev.tailback.hub.facts;

import dev.tailback.hub.records.KnownRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an observation says of one field.
 *
 * @param before what we knew; empty when the field has not been seen
 */
record FieldNews(String field, String value, Optional<HeldField> before, Kind kind) {

    enum Kind {
        KNOWN,
        ECHO,
        /** A person said it, on first meeting or since then. */
        PERSONS
    }

    static FieldNews of(Optional<HeldField> before, Map.Entry<String, String> observed) {
        String value = observed.getValue();
        return new FieldNews(observed.getKey(), value, before, kind(before, value));
    }

    private static Kind kind(Optional<HeldField> before, String value) {
        if (before.isEmpty()) {
            return value.isEmpty() ? Kind.KNOWN : Kind.PERSONS;
        }
        if (before.get().value().equals(value)) {
            return Kind.KNOWN;
        }
        return before.get().echoed(value).isPresent() ? Kind.ECHO : Kind.PERSONS;
    }

    boolean isPersons() {
        return kind == Kind.PERSONS;
    }

    boolean isFirstSight() {
        return before.isEmpty();
    }

    void keep(KnownRecord record, FactRows rows) {
        HeldField known = before.orElse(HeldField.unknown(record.id(), field));
        switch (kind) {
            case KNOWN -> {
                if (before.isEmpty()) {
                    rows.hold(known);
                } else if (known.isPending(value)) {
                    rows.hold(ours(record, value));
                }
            }
            case ECHO -> rows.hold(ours(record, known.echoed(value).orElseThrow()));
            case PERSONS -> rows.hold(new HeldField(record.id(), field, value, null, known.pending()));
        }
    }

    private HeldField ours(KnownRecord record, String sent) {
        return new HeldField(record.id(), field, value, sent, HeldField.NOTHING_PENDING);
    }

    /** For people who look at an observation; counts, never values. */
    static String summary(List<FieldNews> news) {
        long persons = news.stream().filter(FieldNews::isPersons).count();
        long echoes = news.stream().filter(one -> one.kind == Kind.ECHO).count();
        return persons + " fields by people, " + echoes + " echoes, " + (news.size() - persons - echoes) + " known";
    }
}
