package dev.tailback.hub.api;

import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Version;
import dev.tailback.hub.versions.VersionLine;
import dev.tailback.hub.versions.Versions;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of rules or of a mapping, as calls show them. */
@Singleton
class VersionsOf {

    private static final int MOST = 100;

    private final Versions versions;

    VersionsOf(Versions versions) {
        this.versions = versions;
    }

    List<VersionLine> list(Subject subject) {
        return versions.list(subject, Long.MAX_VALUE, MOST);
    }

    /** Which is in force; 0 for none. */
    long number(Subject subject) {
        return versions.inForce(subject).map(InForce::number).orElse(0L);
    }

    Version inForce(Subject subject) {
        return versions.find(subject, number(subject)).orElseThrow(HubProblems::noVersion);
    }

    Optional<Version> newest(Subject subject) {
        return list(subject).stream()
                .max(Comparator.comparingLong(VersionLine::number))
                .flatMap(line -> versions.find(subject, line.number()));
    }

    /** Which was in force before the one that is now. */
    Optional<Long> before(Subject subject) {
        return list(subject).stream()
                .filter(line -> line.switchedAt() != null && !line.isInForce())
                .max(Comparator.comparing(VersionLine::switchedAt))
                .map(VersionLine::number);
    }
}
