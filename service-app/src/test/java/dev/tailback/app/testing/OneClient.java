package dev.tailback.app.testing;

import java.net.http.HttpClient;

/**
 * The client of every caller in the tests of one JVM. A client of its own for each call would keep each call's
 * connection open, and the service app holds one address to 400.
 */
public final class OneClient {

    public static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private OneClient() {}
}
