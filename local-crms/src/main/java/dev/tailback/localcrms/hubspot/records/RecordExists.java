package dev.tailback.localcrms.hubspot.records;

/** A contact with this e-mail address is there already. */
public final class RecordExists extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecordExists(CrmRecord other) {
        super("Contact already exists. Existing ID: " + other.id());
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
