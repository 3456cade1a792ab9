package dev.tailback.hub.running;

import dev.tailback.web.loops.Step;
import dev.tailback.web.loops.WakeUp;
import java.time.Duration;

/** Reads one CRM, round after round, and rests in between. */
final class ReadLoop implements Step {

    private final String crm;
    private final ReadCrm read;
    private final Bells bells;
    private final WakeUp wake = new WakeUp();

    ReadLoop(String crm, ReadCrm read, Bells bells) {
        this.crm = crm;
        this.read = read;
        this.bells = bells;
    }

    @Override
    public void run() throws InterruptedException {
        Duration rest = read.round(crm);
        bells.observed();
        if (!rest.isZero()) {
            wake.await(rest);
        }
    }

    void wake() {
        wake.now();
    }
}
