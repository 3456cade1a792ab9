package dev.tailback.mapping.drift;

import java.util.Optional;

/**
 * One thing that is otherwise than before.
 *
 * @param about the path of an idea, as {@code usage.units}, an object, or a field of it
 * @param sentence what is so, and what that costs
 * @param mend what an admin of Salesforce, or the author of the mapping, can do about it
 * @param suggested a field or object that was not there before and may stand in the place of what is gone, as a mapping
 *     names it
 */
public record Change(
        Weight weight, Stops stops, String about, String sentence, String mend, Optional<String> suggested) {

    static Change harmless(String about, String sentence) {
        return new Change(Weight.HARMLESS, Stops.NOTHING, about, sentence, "Nothing has to be done.", Optional.empty());
    }
}
