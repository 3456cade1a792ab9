package dev.tailback.localservices;

/**
 * A local PostgreSQL, Redis or other owned process could not do what was asked. The message is one sentence that says
 * what to do.
 */
public final class ServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceFailed(String message) {
        super(message);
    }

    public ServiceFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
