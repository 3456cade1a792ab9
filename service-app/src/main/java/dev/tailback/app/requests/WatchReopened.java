package dev.tailback.app.requests;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Makes accepted corrections as long as the service app runs. */
@Singleton
@Requires(property = "correction-requests.running", notEquals = "false")
class WatchReopened implements LoopWork {

    private final MakeCorrections corrections;
    private final RequestSettings settings;
    private final WakeUp end = new WakeUp();

    WatchReopened(MakeCorrections corrections, RequestSettings settings) {
        this.corrections = corrections;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "correction-requests";
    }

    @Override
    public void round() throws InterruptedException {
        corrections.round();
        end.await(settings.every());
    }

    @Override
    public void wake() {
        end.now();
    }
}
