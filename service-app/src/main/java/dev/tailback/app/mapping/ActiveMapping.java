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
    private final EffectRows effects;
    private volatile Optional<InForce> known = Optional.empty();

    ActiveMapping(MappingRows rows, EffectRows effects) {
        this.rows = rows;
        this.effects = effects;
    }

    /** By which Salesforce is read and written: without the fields that the org has not got any more. */
    @Override
    public Mapping get() {
        return inForce().mapping();
    }

    /** As an admin put it in use, with all its fields. */
    public ActiveVersion now() {
        return inForce().version();
    }

    /** What is otherwise than the version in use says. */
    public MappingEffect effect() {
        return inForce().effect();
    }

    InForce inForce() {
        return known.orElseGet(this::readAll);
    }

    /**
     * The version as PostgreSQL has it now.
     *
     * @throws IllegalStateException when this release cannot read its text
     */
    public ActiveVersion read() {
        return readAll().version();
    }

    synchronized InForce readAll() {
        EffectRows.Newest newest = effects.newest();
        Optional<InForce> same = known.filter(before -> before.isOf(newest.version(), newest.revision()));
        return same.orElseGet(() -> learn(newest));
    }

    private InForce learn(EffectRows.Newest newest) {
        ActiveVersion version = known.map(InForce::version)
                .filter(before -> before.version() == newest.version())
                .orElseGet(() -> version(newest.version()));
        MappingEffect effect = effects.find(newest.revision())
                .map(row -> row.effectOn(newest.version()))
                .orElse(MappingEffect.NONE);
        InForce learned = InForce.of(version, effect);
        known = Optional.of(learned);
        LOG.info(
                "Version {} of the mapping is in use, '{}'{}",
                version.version(),
                version.mapping().name(),
                told(effect));
        return learned;
    }

    private static String told(MappingEffect effect) {
        String without = effect.suspended().isEmpty() ? "" : ", without " + EffectRows.paths(effect.suspended());
        return without
                + effect.stopped().map(reason -> "; nothing is sent: " + reason).orElse("");
    }

    private ActiveVersion version(long version) {
        return version == 0
                ? ActiveVersion.SHIPPED
                : rows.find(version).map(ActiveMapping::readable).orElseThrow();
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
