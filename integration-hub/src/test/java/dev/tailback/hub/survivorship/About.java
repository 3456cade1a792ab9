package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.entity.Held;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.entity.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds what is known about one company. Times are minutes after a beginning. */
final class About {

    static final Entity COMPANY = Entities.shipped().entity("company").orElseThrow();
    private static final Instant BEGINNING = Instant.parse("2026-11-29T10:00:00Z");

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Standing> standing = new TreeMap<>();

    static Instant minute(int minute) {
        return BEGINNING.plusSeconds(60L * minute);
    }

    About says(String crm, String attribute, String value, int told) {
        return holds(crm, attribute, Held.value(value), Times.told(minute(told), Instant.EPOCH, minute(1000)));
    }

    About seen(String crm, String attribute, String value, int earliest, int latest) {
        return holds(crm, attribute, Held.value(value), Times.between(minute(earliest), minute(latest)));
    }

    About emptied(String crm, String attribute, int told) {
        return holds(crm, attribute, Held.emptied(), Times.told(minute(told), Instant.EPOCH, minute(1000)));
    }

    About neverFilled(String crm, String attribute) {
        return holds(crm, attribute, Held.neverFilled(), Times.between(Instant.EPOCH, minute(0)));
    }

    About holds(String crm, String attribute, Held held, Times times) {
        facts.add(new Fact(new Source(crm, "1"), attribute, held, times));
        return this;
    }

    About stands(String attribute, Standing value) {
        standing.put(attribute, value);
        return this;
    }

    GoldenFacts facts() {
        return new GoldenFacts("golden-1", COMPANY, facts, standing);
    }

    Decision by(String rules, String attribute) {
        return new Survivorship(rules(rules), new Expressions()).decide(facts(), attribute);
    }

    /** Rules with one line for one attribute, or for all. */
    static Rules rules(String lines) {
        String yaml = "form: 1\nname: Test\nversion: 7\nsources: [erp, sales, marketing]\nentities:\n  company:\n    "
                + lines.replace("\n", "\n    ") + "\n";
        try {
            return Rules.read(yaml, Entities.shipped(), new Expressions());
        } catch (dev.tailback.mapping.declaration.DeclarationInvalid wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
