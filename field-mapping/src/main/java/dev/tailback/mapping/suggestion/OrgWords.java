package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that mean something in this org only, learned from how its names stand together: who sells spots has
 * Spots_Ordered__c and Spots_Left__c, and who serves employers has an Employer__c and an Employer_Reference__c.
 */
record OrgWords(Vocabulary vocabulary, Asked asked) {

    private static final Set<String> NUMBERS = Set.of("double", "int", "long");

    /** What marks the number beside it as units of something. */
    private static final List<String> COUNTS = List.of("available", "consumed", "sold");

    private static final Set<String> OTHER_NUMBERS =
            Set.of("units", "price", "each", "total", "version", "change", "tally", "number", "id", "period", "end");

    Wording of(Part part, OrgObject object) {
        Map<String, String> local = new HashMap<>();
        units().forEach(word -> local.put(word, "units"));
        if (part == Part.USAGE) {
            subjects(object).forEach(word -> local.put(word, "ad"));
        } else {
            deed().ifPresent(word ->
                    Stream.of(word, word + "d", word + "ed").forEach(form -> local.putIfAbsent(form, "consumed")));
        }
        customers().forEach(word -> local.put(word, "customer"));
        return Wording.within(vocabulary, List.of(object.name(), object.label()), local);
    }

    /** What a line counts: the one word beside "left", "used" or "sold" that is none of ours. */
    private Set<String> units() {
        return asked.line().fields().stream()
                .filter(field -> NUMBERS.contains(field.type()))
                .flatMap(field -> counted(field).stream())
                .collect(Collectors.toSet());
    }

    private Optional<String> counted(OrgField field) {
        Wording any = Wording.anywhere(vocabulary);
        List<String> words = any.words(field.name());
        List<String> others = words.stream()
                .filter(word -> !any.isLight(word) && !isCount(any, word))
                .toList();
        boolean isOne = others.size() == 1 && words.stream().anyMatch(word -> isCount(any, word));
        return others.stream().filter(word -> isOne && isNoWordOfNumbers(word)).findFirst();
    }

    /** Days and visits can be counted; prices, sums and versions are numbers of another kind. */
    private boolean isNoWordOfNumbers(String word) {
        return vocabulary.conceptsOf(word).stream().noneMatch(OTHER_NUMBERS::contains);
    }

    private static boolean isCount(Wording any, String word) {
        return COUNTS.stream().anyMatch(concept -> any.means(word, concept));
    }

    /** What usage is called, for it is what happens to units: a line beside a Charge__c has Days_Charged__c. */
    private Optional<String> deed() {
        return asked.usage()
                .map(usage -> Wording.anywhere(vocabulary).words(usage.name()))
                .filter(words -> !words.isEmpty())
                .map(words -> words.get(words.size() - 1))
                .filter(word -> vocabulary.conceptsOf(word).isEmpty());
    }

    /** What has a title in the usage: a Course_Number__c beside a Course_Title__c tells which course it was. */
    private Set<String> subjects(OrgObject usage) {
        Wording any = Wording.anywhere(vocabulary);
        return usage.fields().stream()
                .filter(field -> field.type().equals("string"))
                .map(field -> any.words(field.name()))
                .filter(words -> words.size() == 2 && any.means(words.get(1), "title"))
                .map(words -> words.get(0))
                .filter(word -> vocabulary.conceptsOf(word).isEmpty())
                .collect(Collectors.toSet());
    }

    /** By the lookup that is most probably the customer. */
    private Set<String> customers() {
        Wording any = Wording.anywhere(vocabulary);
        OrgObject contract = asked.contract();
        Likeness plain = new Likeness(Wording.within(vocabulary, List.of(contract.name(), contract.label()), Map.of()));
        Stream<String> lookup = Optional.ofNullable(asked.kept().get(Idea.CUSTOMER))
                .or(() -> new References(plain, contract, List.of())
                        .customers().stream()
                                .max(Comparator.comparingDouble(Scored::score).thenComparing(Scored::path))
                                .map(Scored::path))
                .stream();
        return lookup.flatMap(name -> any.words(name).stream())
                .filter(word -> !any.isLight(word))
                .collect(Collectors.toSet());
    }
}
