package dev.tailback.localorg.metadata;

/**
 * What a stored value must satisfy, and whether rows are found by it.
 *
 * @param caseSensitive whether "ABC" and "abc" are two values; only unique fields can say no (they then fold)
 * @param idLookup usable in place of the id
 */
public record Constraints(
        boolean required, boolean unique, boolean caseSensitive, boolean externalId, boolean idLookup) {

    public static final Constraints NONE = new Constraints(false, false, true, false, false);

    public static Constraints requiredOnly(boolean required) {
        return new Constraints(required, false, true, false, false);
    }

    /** Whether rows can be found by this field's value, so that it needs an index. */
    public boolean isKey() {
        return unique || externalId || idLookup;
    }

    /** Unique, and "ABC" equals "abc". */
    public boolean foldsCase() {
        return unique && !caseSensitive;
    }
}
