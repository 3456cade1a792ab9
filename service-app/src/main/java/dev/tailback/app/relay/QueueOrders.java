package dev.tailback.app.relay;

import dev.tailback.app.mapping.PublishMapping;
import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Rebuild;
import jakarta.inject.Singleton;

/**
 * What the queue must know before anything is taken from it, and may forget: by which mapping workers send, and what
 * operators pause or hold.
 */
@Singleton
class QueueOrders {

    private final PublishMapping mapping;
    private final SyncPause pause;

    QueueOrders(PublishMapping mapping, SyncPause pause) {
        this.mapping = mapping;
        this.pause = pause;
    }

    /**
     * Each is told, although another could not be.
     *
     * @throws QueueUnavailable when Redis, or a part of it, is down; the other parts are told
     */
    void tell() {
        try {
            mapping.publish();
        } finally {
            pause.apply();
        }
    }

    /**
     * Before a rebuilt queue opens: with an older mapping, usage would be sent by names that no longer hold. A pause or
     * a hold that Redis forgot must be set as well. Without one, a failed part of Redis does not block the others.
     */
    void tell(Rebuild rebuild) {
        mapping.publish(rebuild);
        try {
            pause.apply();
        } catch (QueueUnavailable partly) {
            if (pause.stopsAnything()) {
                throw partly;
            }
        }
    }
}
