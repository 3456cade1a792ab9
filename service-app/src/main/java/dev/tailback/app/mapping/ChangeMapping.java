package dev.tailback.app.mapping;

import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.Severity;
import dev.tailback.queue.QueueUnavailable;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An admin changes the mapping. The connected org is asked first, outside of the transaction: a mapping that it cannot
 * keep is never in use. The workers are told at once, and by the relay when Redis is away.
 */
@Singleton
public class ChangeMapping {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeMapping.class);

    private final CheckMapping check;
    private final WriteMapping write;
    private final MappingReading reading;
    private final PublishMapping publishing;

    ChangeMapping(CheckMapping check, WriteMapping write, MappingReading reading, PublishMapping publishing) {
        this.check = check;
        this.write = write;
        this.reading = reading;
        this.publishing = publishing;
    }

    /** What the mapping would mean. */
    public MappingCheckView check(MappingText text) {
        return MappingCheckView.of(text, check.of(text.mapping()), reading.inUse());
    }

    /**
     * @return the version that is in use now
     * @throws dev.tailback.web.problems.Problem 409 {@code mapping_broken} with every finding, {@code mapping_unchanged}
     *     or {@code usage_stays_behind}; 412 {@code stale}; 502 or 503 when the org cannot be asked
     */
    public MappingView change(MappingOrder order) {
        order.match().require(reading.inUse());
        List<Finding> broken = MappingProblems.require(check.of(order.text().mapping())).stream()
                .filter(finding -> finding.severity() == Severity.BROKEN)
                .toList();
        if (!broken.isEmpty()) {
            throw MappingProblems.broken(broken);
        }
        long version = write.write(order);
        reading.inUse();
        tell();
        return reading.one(version);
    }

    /** The text of an earlier version. @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    public MappingText text(long version) {
        ActiveVersion earlier = reading.version(version);
        return new MappingText(earlier.yaml(), earlier.mapping());
    }

    private void tell() {
        try {
            publishing.publish();
        } catch (QueueUnavailable later) {
            LOG.warn(
                    "The workers cannot be told the mapping just now, and are as soon as it goes: {}",
                    later.getMessage());
        }
    }
}
