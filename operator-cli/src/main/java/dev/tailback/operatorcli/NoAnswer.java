package dev.tailback.operatorcli;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** Why no answer came: only a service app that was never connected to cannot have done what was asked. */
record NoAnswer(URI url, Duration limit) {

    /** Nothing was sent. */
    Refusal unreached(IOException failure) {
        return Refusal.beforeItBegan("the service app cannot be reached at " + url + " ("
                + failure.getClass().getSimpleName() + "). Start it, or give its address with --url.");
    }

    /** The request was on its way. */
    Refusal lost(IOException failure) {
        String seen = failure instanceof SocketTimeoutException
                ? "did not answer within " + limit.toSeconds() + " s"
                : "closed the connection before it answered";
        return Refusal.beforeItBegan("the service app at " + url + " " + seen + ". It may have done what was asked:"
                + " look at './tailback ops operations' before you repeat a change.");
    }
}
