package dev.tailback.mapping.suggestion;

/** What the values of a field say about what it stands for. Which they are is the business of who looked at them. */
@FunctionalInterface
public interface ValuesSeen {

    /** Nobody looked. */
    ValuesSeen NONE = (wanted, field) -> Evidence.NOTHING;

    Evidence of(Wanted wanted, String field);

    /** How much they say. */
    enum Evidence {
        /** There was no value, or any value would do. */
        NOTHING,
        /** They could be. */
        FITS,
        /** They have a form that only such values have, as e-mail addresses. */
        TELLS,
        /** None of them can be. */
        OTHERWISE
    }
}
