package dev.tailback.salesforce;

import java.util.regex.Pattern;

/** Hosts that lie on this machine or in a network of one's own, told by their name alone. */
public final class LocalAddress {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final Pattern PRIVATE = Pattern.compile(
            "10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|\\[f[cd][0-9a-f]{2}:[0-9a-f:]*]");
    /** A name without a dot is given by the machine or its container network, never by the Internet. */
    private static final Pattern UNDOTTED = Pattern.compile("[a-z0-9-]+");

    private LocalAddress() {}

    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Where plain HTTP does not cross a network of strangers. */
    static boolean isNear(String host) {
        return isLoopback(host)
                || PRIVATE.matcher(host).matches()
                || UNDOTTED.matcher(host).matches();
    }
}
