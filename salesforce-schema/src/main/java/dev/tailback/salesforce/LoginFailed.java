package dev.tailback.salesforce;

/** Signing in to Salesforce did not work. The message holds no secret. */
public final class LoginFailed extends RuntimeException {

    /** Whether a person must act, or time may heal it. */
    public enum Kind {
        /** Salesforce knows us not: client id, secret, app or user are wrong. Only a person can mend it. */
        REFUSED,
        /** The login server cannot be reached or is in trouble. It passes. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    LoginFailed(Kind kind, String code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** {@code LOGIN_REFUSED} or {@code LOGIN_UNAVAILABLE}. */
    public String code() {
        return code;
    }
}
