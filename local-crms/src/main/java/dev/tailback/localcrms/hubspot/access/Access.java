package dev.tailback.localcrms.hubspot.access;

import dev.tailback.localcrms.hubspot.account.AccountClock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Tokens: the service key for ever, an OAuth token for 30 minutes. */
public final class Access {
    /** How long an OAuth token lives, in seconds. */
    public static final int TOKEN_SECONDS = 1800;

    private static final int MOST_TOKENS = 1000;
    private static final int TOKEN_BYTES = 24;

    private final Credentials credentials;
    private final Scopes scopes;
    private final AccountClock clock;
    private final Random random = new Random();
    private final Map<String, Long> ends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_TOKENS;
        }
    };

    public Access(Credentials credentials, Scopes scopes, AccountClock clock) {
        this.credentials = credentials;
        this.scopes = scopes;
        this.clock = clock;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Scopes scopes() {
        return scopes;
    }

    /** A fresh OAuth token. */
    public synchronized String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = "local-" + HexFormat.of().formatHex(bytes);
        ends.put(token, clock.machineNow() + TOKEN_SECONDS * 1000L);
        return token;
    }

    public boolean isServiceKey(String token) {
        return token.equals(credentials.serviceKey());
    }

    /** How many seconds a token still lives; 0 for one that is unknown or over. */
    public synchronized long secondsLeft(String token) {
        long left = (ends.getOrDefault(token, 0L) - clock.machineNow()) / 1000;
        return isServiceKey(token) ? Long.MAX_VALUE : Math.max(0, left);
    }

    /** Ends all OAuth tokens, as when the app is taken away from the account. */
    public synchronized void endTokens() {
        ends.clear();
    }
}
