package dev.tailback.salesforce.session;

import java.time.Duration;
import java.util.Optional;

/** There is no session with Salesforce. The message is a sentence for people; it holds no secret. */
public final class LoginFailed extends RuntimeException {

    static final String LOGIN_REFUSED = "LOGIN_REFUSED";
    static final String LOGIN_UNAVAILABLE = "LOGIN_UNAVAILABLE";
    static final String LOGIN_RATE_EXCEEDED = "LOGIN_RATE_EXCEEDED";
    static final String SESSION_REFUSED = "INVALID_SESSION_ID";

    /** Whether a person must act, or time may heal it. */
    public enum Kind {
        /** Salesforce knows us not: client id, secret, app or user are wrong. Only a person can mend it. */
        REFUSED(Duration.ofSeconds(5), SessionPause.LONGEST),
        /** Salesforce gives sessions and then refuses them, or counts our logins: each login more makes it worse. */
        COUNTED(Duration.ofSeconds(5), SessionPause.LONGEST),
        /**
         * The login server, or the org, cannot be reached or is in trouble. It passes, and the tries are not counted:
         * there is no pause but the one it asks for, so that the first who asks when it is back gets through.
         */
        UNAVAILABLE(Duration.ZERO, Duration.ZERO);

        private final Duration first;
        private final Duration longest;

        Kind(Duration first, Duration longest) {
            this.first = first;
            this.longest = longest;
        }
    }

    private final Kind kind;
    private final String code;
    private final String sentence;
    private final Optional<Duration> retryAfter;

    private LoginFailed(Kind kind, String code, String sentence, Optional<Duration> retryAfter) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.sentence = sentence;
        this.retryAfter =
                retryAfter.map(asked -> asked.compareTo(SessionPause.LONGEST) > 0 ? SessionPause.LONGEST : asked);
    }

    static LoginFailed refused(String sentence) {
        return new LoginFailed(Kind.REFUSED, LOGIN_REFUSED, sentence, Optional.empty());
    }

    static LoginFailed unavailable(String sentence, Optional<Duration> retryAfter) {
        return new LoginFailed(Kind.UNAVAILABLE, LOGIN_UNAVAILABLE, sentence, retryAfter);
    }

    /** Our user has signed in too often; the pause is the longest there is. */
    static LoginFailed rateExceeded(String sentence) {
        return new LoginFailed(Kind.COUNTED, LOGIN_RATE_EXCEEDED, sentence, Optional.of(SessionPause.LONGEST));
    }

    /** A session was given and is refused. */
    static LoginFailed sessionRefused(String sentence) {
        return new LoginFailed(Kind.COUNTED, SESSION_REFUSED, sentence, Optional.empty());
    }

    /** A session was given for an address that cannot be used. */
    static LoginFailed unusable(String code, String sentence) {
        return new LoginFailed(Kind.COUNTED, code, sentence, Optional.empty());
    }

    /** The same for another who asks, so that its stack trace tells who. */
    LoginFailed again(Duration left) {
        return new LoginFailed(kind, code, sentence, Optional.of(left)).because(this);
    }

    LoginFailed again() {
        return new LoginFailed(kind, code, sentence, retryAfter).because(this);
    }

    LoginFailed because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }

    /** {@code LOGIN_REFUSED}, {@code LOGIN_UNAVAILABLE}, {@code LOGIN_RATE_EXCEEDED}, or why a session is given up. */
    public String code() {
        return code;
    }

    /** How long this program will not try again; five minutes at most. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Duration firstPause() {
        return kind.first;
    }

    Duration longestPause() {
        return kind.longest;
    }
}
