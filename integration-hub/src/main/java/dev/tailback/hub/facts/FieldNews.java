package dev.tailback.hub.facts;

import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.records.KnownRecord;
import java.time.Instant;
import java.util.List;
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
        /** A person said it, on first meeting or since then; or said it before, and now no rule refuses it any more. */
        PERSONS
    }

    /** @param worth of the value; empty where it is empty, or stands for no attribute */
    static FieldNews of(String field, String value, Optional<HeldField> before, Optional<Checked> worth) {
        return new FieldNews(field, value, before, kind(before, value, worth));
    }

    private static Kind kind(Optional<HeldField> before, String value, Optional<Checked> worth) {
        if (before.isEmpty()) {
            return value.isEmpty() ? Kind.KNOWN : Kind.PERSONS;
        }
        if (before.get().value().equals(value)) {
            return isMended(before.get(), worth) ? Kind.PERSONS : Kind.KNOWN;
        }
        return before.get().echoed(value).isPresent() ? Kind.ECHO : Kind.PERSONS;
    }

    /** By another field of the record, as a phone number by the country. */
    private static boolean isMended(HeldField before, Optional<Checked> worth) {
        return before.isRefused() && worth.flatMap(Checked::usable).isPresent();
    }

    boolean isPersons() {
        return kind == Kind.PERSONS;
    }

    boolean isFirstSight() {
        return before.isEmpty();
    }

    /** A person cannot have said it before: a value that we had put there was there, or one that followed it. */
    Optional<Instant> notBefore() {
        return before.filter(known -> isPersons()).map(HeldField::notBefore);
    }

    /** Whether it is a new fact: said by a person, and of use, or empty. */
    boolean isSaid(Optional<Checked> worth) {
        return isPersons() && worth.map(checked -> checked.usable().isPresent()).orElse(value.isBlank());
    }

    /** Whether people said it while the field stood for another attribute, or for none. */
    boolean isSaidBefore(Optional<Checked> worth) {
        return kind == Kind.KNOWN
                && before.filter(known -> !known.isOurs()).isPresent()
                && worth.flatMap(Checked::usable).isPresent();
    }

    /**
     * What is to be kept of the field now; most fields of a record that changed are as they were.
     *
     * @param worth of the value; empty where it is empty, or stands for no attribute
     */
    Optional<HeldField> change(KnownRecord record, Optional<Checked> worth) {
        return Optional.of(now(record, worth)).filter(now -> !Optional.of(now).equals(before));
    }

    private HeldField now(KnownRecord record, Optional<Checked> worth) {
        HeldField known = before.orElse(HeldField.unknown(record.id(), field));
        return switch (kind) {
            case KNOWN -> known.isPending(value) ? known.showingOurs(value, value) : known.showing(value);
            case ECHO -> known.showingOurs(value, known.echoed(value).orElseThrow());
            case PERSONS -> known.said(value, worth.flatMap(FieldNews::refusedBy));
        };
    }

    private static Optional<String> refusedBy(Checked worth) {
        return worth.fold(
                clean -> Optional.empty(),
                mended -> Optional.empty(),
                warned -> Optional.empty(),
                refused -> Optional.of(refused.reason().rule()));
    }

    /** For people who look at an observation; counts, never values. */
    static String summary(List<FieldNews> news) {
        long persons = news.stream().filter(FieldNews::isPersons).count();
        long echoes = news.stream().filter(one -> one.kind == Kind.ECHO).count();
        return persons + " fields by people, " + echoes + " echoes, " + (news.size() - persons - echoes) + " known";
    }
}
