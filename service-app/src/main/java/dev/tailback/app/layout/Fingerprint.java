package dev.tailback.app.layout;

import java.util.Arrays;

/**
 * Tells a fragment that looks as it did from one that changed, so that a page asks often and is disturbed seldom: what
 * a person reads, or has the focus in, stays as it is.
 */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Object... shown) {
        return Integer.toHexString(Arrays.toString(shown).hashCode());
    }
}
