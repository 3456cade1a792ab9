package dev.tailback.localorg.bulk;

/** A job that cannot be made, or that cannot do now what was asked of it. */
public final class JobRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;

    /**
     * @param code such as {@code INVALIDJOBSTATE}
     */
    JobRefused(String code, String message) {
        super(message);
        this.code = code;
        this.message = message;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return message;
    }

    public String code() {
        return code;
    }
}
