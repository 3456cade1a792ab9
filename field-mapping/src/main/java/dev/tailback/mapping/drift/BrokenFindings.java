package dev.tailback.mapping.drift;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.check.Finding;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each broken thing stops, and what may be its new name. The fields that can be left out are gathered. */
record BrokenFindings(Mapping mapping, Renames renames, Set<Idea> suspended) {

    /** Money is counted by these: a list or statement without them would look right and not be. */
    private static final Set<Idea> OF_MONEY = EnumSet.of(Idea.UNIT_PRICE, Idea.FULFILLED_ON);

    BrokenFindings(Mapping mapping, Renames renames) {
        this(mapping, renames, EnumSet.noneOf(Idea.class));
    }

    Change change(Finding finding) {
        List<Idea> ideas = ideas(finding.about());
        Optional<String> suggested = suggested(finding.about(), ideas);
        boolean canBeLeftOut = !ideas.isEmpty() && ideas.stream().allMatch(BrokenFindings::canBeLeftOut);
        return canBeLeftOut ? suspended(finding, ideas, suggested) : breaking(finding, suggested);
    }

    static boolean canBeLeftOut(Idea idea) {
        return !idea.isRequired() && !OF_MONEY.contains(idea);
    }

    private Change suspended(Finding finding, List<Idea> ideas, Optional<String> suggested) {
        suspended.addAll(ideas);
        String costs = String.join(
                "; ", ideas.stream().flatMap(idea -> idea.cost().stream()).toList());
        return new Change(
                Weight.LOSSY,
                Stops.FIELD,
                finding.about(),
                finding.sentence() + " Tailback leaves it out until it can be used again: " + costs + ".",
                mend(finding, suggested),
                suggested);
    }

    private Change breaking(Finding finding, Optional<String> suggested) {
        boolean isSending = isOfUsage(finding.about());
        return new Change(
                Weight.BREAKING,
                isSending ? Stops.SENDING : Stops.READING,
                finding.about(),
                finding.sentence()
                        + (isSending
                                ? " Nothing is sent until then; people go on booking, and nothing is lost."
                                : " Contracts and lines cannot be read as they should be until then; what is booked is "
                                        + "still sent."),
                mend(finding, suggested),
                suggested);
    }

    private static String mend(Finding finding, Optional<String> suggested) {
        return suggested
                        .map(name -> "If it was renamed to " + name + ", which is new, put a mapping with that name in "
                                + "use. ")
                        .orElse("")
                + finding.mend();
    }

    private boolean isOfUsage(String about) {
        String usage = mapping.object(Part.USAGE);
        return about.contains(Part.USAGE.key() + ".") || about.equals(usage) || about.startsWith(usage + ".");
    }

    private static List<Idea> ideas(String about) {
        List<String> named = List.of(about.split(", "));
        return Arrays.stream(Idea.values())
                .filter(idea -> named.contains(idea.path()))
                .toList();
    }

    private Optional<String> suggested(String about, List<Idea> ideas) {
        for (Part part : Part.values()) {
            String object = mapping.object(part);
            if (about.equals(object)) {
                return renames.object(part);
            }
            String only = part.key() + ".only.";
            if (about.startsWith(only)) {
                return mapping.only(part).stream()
                        .map(Condition::field)
                        .filter(about.substring(only.length())::equals)
                        .findFirst()
                        .flatMap(path -> renames.path(object, path, Optional.empty()));
            }
        }
        return ideas.stream()
                .findFirst()
                .flatMap(idea -> renames.path(mapping.object(idea.part()), mapping.field(idea), Optional.of(idea)));
    }
}
