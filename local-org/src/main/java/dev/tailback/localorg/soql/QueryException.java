package dev.tailback.localorg.soql;

/** A query that cannot be answered, with Salesforce's code and text. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;

    QueryException(String code, String message) {
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
