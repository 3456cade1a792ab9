package dev.tailback.hub.versions;

import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Lets another version be in force, in the caller's transaction. The caller says what was in force when the person
 * looked: a preview against something else is no preview.
 */
@Singleton
public class SwitchVersions {

    private final VersionRows rows;

    SwitchVersions(VersionRows rows) {
        this.rows = rows;
    }

    /** The first one, if none is in force. */
    public void begin(Subject subject, String text, Author author) {
        rows.lock(subject.text());
        if (rows.inForce(subject.text()).isEmpty()) {
            rows.keep(subject.text(), text, null, author.who(), author.note());
            rows.switchOn(subject.text(), rows.last(subject.text()), null, author.who(), author.note());
        }
    }

    /** A version that was never in force. It stands on all that was decided until now. */
    public Switched on(Subject subject, long number, long instead, Author author) {
        rows.lock(subject.text());
        if (rows.find(subject.text(), number).isEmpty()) {
            return new Switched.Absent();
        }
        if (rows.switches(subject.text(), number) > 0) {
            return new Switched.Refused("Version " + number + " was in force before: put it back instead.");
        }
        return otherThan(subject, instead).orElseGet(() -> done(subject, number, instead, instead, author));
    }

    /** A version that was in force, as a new one. It stands on what was decided until the other one came. */
    public Switched putBack(Subject subject, long number, long instead, Author author) {
        rows.lock(subject.text());
        Optional<Version> again = rows.find(subject.text(), number);
        if (again.isEmpty()) {
            return new Switched.Absent();
        }
        if (number == instead || rows.switches(subject.text(), number) == 0) {
            return new Switched.Refused(
                    "Version " + number + " cannot be put back: choose one that was in force and is not now.");
        }
        return otherThan(subject, instead).orElseGet(() -> {
            rows.keep(subject.text(), again.get().text(), number, author.who(), author.note());
            return done(subject, rows.last(subject.text()), number, instead, author);
        });
    }

    private Optional<Switched> otherThan(Subject subject, long instead) {
        long now = rows.inForce(subject.text()).map(InForce::number).orElse(0L);
        return now == instead
                ? Optional.empty()
                : Optional.of(new Switched.Refused(
                        "Version " + now + " is in force, no longer " + instead + ": look at the preview again."));
    }

    private Switched done(Subject subject, long number, long standsOn, long before, Author author) {
        rows.switchOn(subject.text(), number, standsOn == 0 ? null : standsOn, author.who(), author.note());
        return new Switched.Done(rows.inForce(subject.text()).orElseThrow(), before);
    }
}
