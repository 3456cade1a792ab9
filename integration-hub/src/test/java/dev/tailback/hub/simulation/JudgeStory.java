package dev.tailback.hub.simulation;

import dev.tailback.hub.golden.Decisions;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks at the CRMs when all is quiet: they hold what is agreed, somebody typed it, and nothing went without a trace. */
final class JudgeStory {

    private final SimulatedHub hub;
    private final Map<String, SimulatedCrm> crms;

    JudgeStory(SimulatedHub hub, ThreeCrms crms) {
        this.hub = hub;
        this.crms = crms.byName();
    }

    List<String> wrong(List<UUID> goldens) {
        List<String> wrong = new ArrayList<>();
        if (hub.bean(Intents.class).open() > 0) {
            wrong.add("something waits");
        }
        goldens.forEach(golden -> wrong.addAll(wrong(golden)));
        crms.forEach((name, crm) -> {
            if (crm.overwritten() > 0) {
                wrong.add(name + " lost what a person typed, without a trace");
            }
        });
        return wrong;
    }

    private List<String> wrong(UUID golden) {
        Map<String, String> agreed = hub.bean(Decisions.class).agreed(golden);
        List<KnownRecord> records = hub.bean(Records.class).of(golden);
        return Stream.concat(invented(records, agreed), records.stream().flatMap(record -> differing(record, agreed)))
                .toList();
    }

    /** A phone number is agreed in the form in which nobody need have typed it. */
    private Stream<String> invented(List<KnownRecord> records, Map<String, String> agreed) {
        return Stream.of("name", "city")
                .filter(attribute -> !agreed.getOrDefault(attribute, "").isEmpty())
                .filter(attribute -> records.stream()
                        .noneMatch(record -> crms.get(record.crm())
                                .wasTyped(record.recordId(), ThreeCrms.FIELDS.get(attribute), agreed.get(attribute))))
                .map(attribute -> "nobody typed the agreed " + attribute + " \"" + agreed.get(attribute) + '"');
    }

    private Stream<String> differing(KnownRecord record, Map<String, String> agreed) {
        return agreed.entrySet().stream()
                .filter(value -> ThreeCrms.FIELDS.containsKey(value.getKey()))
                .filter(value -> !holds(record, ThreeCrms.FIELDS.get(value.getKey()), value.getValue()))
                .map(value -> record.crm() + " " + record.recordId() + " does not hold the agreed " + value.getKey()
                        + " \"" + value.getValue() + "\", but "
                        + crms.get(record.crm()).values(record.recordId()));
    }

    private boolean holds(KnownRecord record, String field, String agreed) {
        SimulatedCrm crm = crms.get(record.crm());
        String held = crm.values(record.recordId()).getOrDefault(field, "");
        return held.equalsIgnoreCase(People.NONE)
                || held.equals(crm.habits().form().apply(agreed))
                || isTypedMeanwhile(crm, record, field, agreed, held);
    }

    /**
     * A person typed the agreed value in another case, or with other blanks, while nobody could tell what became of our
     * write of it: that is not told from the form in which a CRM stores it, and stays.
     */
    private static boolean isTypedMeanwhile(
            SimulatedCrm crm, KnownRecord record, String field, String agreed, String held) {
        return held.strip().equalsIgnoreCase(agreed.strip()) && crm.wasTyped(record.recordId(), field, held.strip());
    }
}
