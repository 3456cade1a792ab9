package dev.tailback.app.mapping;

import dev.tailback.mapping.Idea;
import dev.tailback.queue.QueueUnavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in force what a change of the org makes necessary: some fields are left out, or nothing is sent. Each change is
 * a revision of its own in PostgreSQL, so that all service apps and workers agree which one is newer.
 */
@Singleton
public class ChangeEffect {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeEffect.class);

    private final MappingRows mappings;
    private final EffectRows effects;
    private final ActiveMapping active;
    private final PublishMapping publishing;
    private final Clock clock;

    ChangeEffect(
            MappingRows mappings, EffectRows effects, ActiveMapping active, PublishMapping publishing, Clock clock) {
        this.mappings = mappings;
        this.effects = effects;
        this.active = active;
        this.publishing = publishing;
        this.clock = clock;
    }

    /**
     * Within the caller's transaction, which tells the others with {@link #tell} once it is over.
     *
     * @param version for which it was found out; nothing is written for a version that is not in use any more
     * @return whether anything is otherwise now
     */
    public boolean write(long version, Set<Idea> suspended, Optional<String> stopped) {
        mappings.lock();
        EffectRows.Newest newest = effects.newest();
        MappingEffect now = effects.find(newest.revision())
                .map(row -> row.effectOn(newest.version()))
                .orElse(MappingEffect.NONE);
        if (newest.version() != version || now.isSame(suspended, stopped)) {
            return false;
        }
        effects.append(
                newest.revision() + 1, clock.instant(), version, EffectRows.paths(suspended), stopped.orElse(null));
        return true;
    }

    /** This process uses it from now on, and so does whoever reads the queue; the relay repeats it. */
    public void tell() {
        active.read();
        try {
            publishing.publish();
        } catch (QueueUnavailable later) {
            LOG.warn(
                    "The workers cannot be told just now what the org has changed, and are as soon as it goes: {}",
                    later.getMessage());
        }
    }
}
