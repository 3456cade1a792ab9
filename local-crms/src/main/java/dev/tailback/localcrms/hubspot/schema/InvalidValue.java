package dev.tailback.localcrms.hubspot.schema;

/** A value that HubSpot refuses for a property. */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String code;

    /** @param code HubSpot's word, such as {@code INVALID_OPTION} */
    public InvalidValue(String property, String code, String message) {
        super(message);
        this.property = property;
        this.code = code;
    }

    public String property() {
        return property;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
