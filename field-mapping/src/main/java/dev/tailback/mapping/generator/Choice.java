package dev.tailback.mapping.generator;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an admin may want otherwise.
 *
 * @param usageObject the usage object's API name; empty: as the mapping says
 * @param prefix stands before each new name on the contract and the line, as {@code Acme_}; may be empty
 * @param asLookup ties the usage to the line by a lookup, also where it could be a detail of it
 */
public record Choice(Optional<String> usageObject, String prefix, boolean asLookup) {

    /** Salesforce takes 40 letters for a name or a label; the label of the usage's number is the longest made of it. */
    private static final int LONGEST = 30;

    private static final Pattern OBJECT = Pattern.compile("[A-Za-z](_?[A-Za-z0-9]){0," + (LONGEST - 1) + "}__c");
    private static final Pattern PREFIX = Pattern.compile("|[A-Za-z](_?[A-Za-z0-9]){0,13}_");

    /** As the mapping says, and a detail where that can be. */
    public static Choice standard() {
        return new Choice(Optional.empty(), "", false);
    }

    /** The mapping with the usage object that is wanted; this is the one whose objects are to be described. */
    public Mapping named(Mapping mapping) {
        Map<Part, String> objects = new EnumMap<>(mapping.objects());
        usageObject.ifPresent(name -> objects.put(Part.USAGE, name));
        return new Mapping(
                mapping.name(), objects, mapping.listedAs(), mapping.fields(), mapping.fulfilledWhen(), mapping.only());
    }

    /** @throws GeneratorRefused with every reason, if nothing can be called so */
    public void require() throws GeneratorRefused {
        if (!reasons().isEmpty()) {
            throw new GeneratorRefused(reasons());
        }
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (usageObject.filter(name -> !isObject(name)).isPresent()) {
            reasons.add("The usage object cannot be called so: take up to " + LONGEST
                    + " letters, digits and single underscores and end with __c, as in Product_Usage__c.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            reasons.add("The prefix cannot be so: take up to 14 letters, digits and single underscores and end with an "
                    + "underscore, as in Acme_.");
        }
        return reasons;
    }

    static boolean isObject(String name) {
        return OBJECT.matcher(name).matches() && name.length() <= LONGEST + "__c".length();
    }
}
