package dev.tailback.localorg.save;

/** A request no record of which can be looked at: Salesforce answers 400 for the whole call. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SaveError error;
    private final String message;

    public RequestRefused(String code, String message) {
        super(message);
        this.error = new SaveError(code, message);
        this.message = message;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return message;
    }

    public SaveError error() {
        return error;
    }
}
