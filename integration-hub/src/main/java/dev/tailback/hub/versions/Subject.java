package dev.tailback.hub.versions;

/**
 * What there are versions of.
 *
 * @param text as the database keeps it
 */
public record Subject(String text) {

    /** One set of rules for the whole hub. */
    public static final Subject RULES = new Subject("rules");

    private static final String MAPPING = "mapping ";

    /** One mapping for each CRM. */
    public static Subject mapping(String crm) {
        return new Subject(MAPPING + crm);
    }

    /** Of a mapping. */
    public String crm() {
        return text.substring(MAPPING.length());
    }
}
