package dev.tailback.hub.versions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps versions, and tells which one is in force. Nothing is ever changed: a put back is a new version as well. */
@Singleton
public class Versions {

    private final VersionRows rows;

    Versions(VersionRows rows) {
        this.rows = rows;
    }

    /** In the caller's transaction. @return its number: one more than the last of the subject */
    public long keep(Subject subject, String text, Author author) {
        rows.lock(subject.text());
        rows.keep(subject.text(), text, null, author.who(), author.note());
        return rows.last(subject.text());
    }

    /** As {@link #keep}, unless the newest one has this text already and was never in force: previews are kept, too. */
    public long keepOnce(Subject subject, String text, Author author) {
        rows.lock(subject.text());
        long newest = rows.last(subject.text());
        boolean isKept = rows.find(subject.text(), newest)
                .filter(version -> version.text().equals(text))
                .filter(version -> rows.switches(subject.text(), newest) == 0)
                .isPresent();
        return isKept ? newest : keep(subject, text, author);
    }

    public Optional<Version> find(Subject subject, long number) {
        return rows.find(subject.text(), number);
    }

    /** The newest first. @param before the number of the last line of the page before, or the largest number */
    public List<VersionLine> list(Subject subject, long before, int limit) {
        return rows.list(subject.text(), before, limit);
    }

    /** Asked of the database each time, so a switch of another hub is seen at once. */
    public Optional<InForce> inForce(Subject subject) {
        return rows.inForce(subject.text());
    }

    public List<InForce> mappingsInForce() {
        return rows.allInForce(Subject.mapping("").text());
    }

    /** The versions whose decisions do not stand for this one, since they were put away. */
    public Set<Long> passedOver(Subject subject, long number) {
        return new TreeSet<>(rows.passedOver(subject.text(), number));
    }
}
