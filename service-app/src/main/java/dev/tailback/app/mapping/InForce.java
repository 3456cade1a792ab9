package dev.tailback.app.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.StopNotice;
import dev.tailback.queue.Published;

/**
 * The version in use together with what the org cannot keep of it now.
 *
 * @param mapping without the fields that are suspended
 */
record InForce(ActiveVersion version, MappingEffect effect, Mapping mapping) {

    static InForce of(ActiveVersion version, MappingEffect effect) {
        return new InForce(version, effect, version.mapping().without(effect.suspended()));
    }

    boolean isOf(long otherVersion, long revision) {
        return version.version() == otherVersion && effect.revision() == revision;
    }

    /** As an admin wrote it, unless something is in force. */
    Published published() {
        return Published.of(
                version.version(),
                effect.revision(),
                effect.stopped().map(StopNotice::write).orElseGet(this::text));
    }

    private String text() {
        return effect.suspended().isEmpty() ? version.yaml() : MappingYaml.write(mapping);
    }
}
