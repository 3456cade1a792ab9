package dev.tailback.localorg.bulk;

/** A job that cannot be made, or that cannot do now what was asked of it. */
public final class JobRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code such as {@code INVALIDJOBSTATE}
     */
    JobRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
