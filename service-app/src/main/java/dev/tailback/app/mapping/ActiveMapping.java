package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mapping in use, for everyone who reads Salesforce. PostgreSQL has its versions; this process reads the last one
 * when it is first asked, after each change that it makes itself, and every few seconds, since another service app may
 * have changed it. While PostgreSQL cannot be read, the one that was read before stays. Nobody gets the mapping that
 * Tailback brings along because another one cannot be read.
 */
@Singleton
public class ActiveMapping implements Supplier<Mapping> {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveMapping.class);

    private final MappingRows rows;
    private volatile Optional<ActiveVersion> known = Optional.empty();

    ActiveMapping(MappingRows rows) {
        this.rows = rows;
    }

    @Override
    public Mapping get() {
        return now().mapping();
    }

    public ActiveVersion now() {
        return known.orElseGet(this::read);
    }

    /**
     * The mapping as PostgreSQL has it now.
     *
     * @throws IllegalStateException when this release cannot read its text
     */
    public synchronized ActiveVersion read() {
        long highest = rows.highest();
        Optional<ActiveVersion> same = known.filter(before -> before.version() == highest);
        return same.orElseGet(() -> learn(highest));
    }

    private ActiveVersion learn(long version) {
        ActiveVersion learned = version == 0
                ? ActiveVersion.SHIPPED
                : rows.find(version).map(ActiveMapping::readable).orElseThrow();
        known = Optional.of(learned);
        LOG.info(
                "Version {} of the mapping is in use, '{}'",
                version,
                learned.mapping().name());
        return learned;
    }

    private static ActiveVersion readable(MappingVersion row) {
        try {
            return ActiveVersion.of(row);
        } catch (MappingInvalid newer) {
            throw new IllegalStateException(
                    "Version " + row.version() + " of the mapping cannot be read by this release of the service app,"
                            + " which goes on with the one before: " + newer.getMessage(),
                    newer);
        }
    }
}
