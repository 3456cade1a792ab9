package dev.tailback.localorg.session;

/** A login that is not granted; error and description are OAuth's. */
public final class GrantRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    /**
     * @param error such as {@code invalid_grant}
     */
    public GrantRefused(String error, String description) {
        super(description);
        this.error = error;
        this.description = description;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return description;
    }

    public String error() {
        return error;
    }
}
