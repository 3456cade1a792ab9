package dev.tailback.operatorcli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Why no answer came: only a service app that was never connected to cannot have done what was asked. */
record NoAnswer(URI url, Duration limit) {

    Refusal because(IOException failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return Refusal.beforeItBegan("the service app cannot be reached at " + url + " ("
                    + failure.getClass().getSimpleName() + "). Start it, or give its address with --url.");
        }
        String seen = failure instanceof HttpTimeoutException
                ? "did not answer within " + limit.toSeconds() + " s"
                : "closed the connection before it answered";
        return Refusal.beforeItBegan("the service app at " + url + " " + seen + ". It may have done what was asked:"
                + " look at './tailback ops operations' before you repeat a change.");
    }
}
