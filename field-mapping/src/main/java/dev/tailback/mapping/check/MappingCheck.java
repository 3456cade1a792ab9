package dev.tailback.mapping.check;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.FieldTypes;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges a mapping by what the org describes to its integration user: what is broken, what is lost, and what a person
 * may want to look at. It asks nobody; {@link NeededObjects} says what the schema must hold before.
 */
public final class MappingCheck {

    private final Mapping mapping;
    private final OrgSchema schema;
    private final Findings findings = new Findings();
    private final Paths paths;

    private MappingCheck(Mapping mapping, OrgSchema schema) {
        this.mapping = mapping;
        this.schema = schema;
        this.paths = new Paths(schema, findings);
    }

    /** What is found, broken things first; empty when all is as it should be. */
    public static List<Finding> of(Mapping mapping, OrgSchema schema) {
        return of(mapping, schema, List.of());
    }

    /** @param objectNames all objects that the user may see, by which a misspelt one is found */
    public static List<Finding> of(Mapping mapping, OrgSchema schema, Collection<String> objectNames) {
        return new MappingCheck(mapping, schema).found(objectNames);
    }

    private List<Finding> found(Collection<String> objectNames) {
        for (Part part : Part.values()) {
            Optional<OrgObject> object = schema.object(mapping.object(part));
            object.ifPresent(described -> part(part, described));
            if (object.isEmpty()) {
                missing(part, objectNames);
            }
        }
        lost();
        return findings.all();
    }

    private void missing(Part part, Collection<String> objectNames) {
        String name = mapping.object(part);
        findings.broken(
                name,
                "The integration user sees no object " + name + ", which should be " + part.meaning() + "."
                        + Nearest.hint(name, objectNames),
                "Name the object by its API name; if it is there, give the integration user's permission set Read on "
                        + "it.");
    }

    private void part(Part part, OrgObject object) {
        if (!object.isQueryable()) {
            findings.broken(
                    object.name(),
                    object.name() + " cannot be queried, so Tailback cannot read it.",
                    "Map an object that can be queried.");
        }
        Idea.of(part).forEach(idea -> mapping.find(idea).ifPresent(path -> field(idea, object, path)));
        mapping.only(part).forEach(condition -> only(part, object, condition));
        switch (part) {
            case CONTRACT -> contract(object);
            case CONTRACT_PRODUCT -> line(object);
            case USAGE -> usage(object);
        }
    }

    private void field(Idea idea, OrgObject object, String path) {
        paths.end(idea.path(), object, path)
                .ifPresent(field -> new FieldCheck(findings, idea, object.name() + "." + path, field).check());
    }

    private void only(Part part, OrgObject object, Condition condition) {
        String about = part.key() + ".only." + condition.field();
        paths.end(about, object, condition.field())
                .ifPresent(field -> new ConditionCheck(findings, about, object.name() + "." + condition.field(), field)
                        .check(condition));
    }

    private void contract(OrgObject contract) {
        Condition fulfilled = mapping.fulfilled();
        // Whether the way leads there was looked at with the idea itself.
        new Paths(schema, new Findings())
                .end(Idea.FULFILLED.path(), contract, fulfilled.field())
                .filter(field -> FieldTypes.of(Idea.FULFILLED).containsKey(field.type()))
                .ifPresent(field -> fulfilled(contract, fulfilled, field));
        schema.object(mapping.object(Part.CONTRACT_PRODUCT))
                .ifPresent(line -> new LineCheck(findings, mapping).listed(contract, line));
        readOnly(contract);
    }

    private void fulfilled(OrgObject contract, Condition fulfilled, OrgField field) {
        String where = contract.name() + "." + fulfilled.field();
        if (field.isFilterable()) {
            new ConditionCheck(findings, "contract.fulfilledWhen", where, field).check(fulfilled);
        }
        boolean isFree = !field.type().equals("boolean") && !field.isRestrictedPicklist() && !field.isCalculated();
        if (isFree) {
            findings.hint(
                    Idea.FULFILLED.path(),
                    "Nothing restricts what is written into " + where
                            + ": a contract with a word that nobody foresaw counts as open.",
                    "Restrict the picklist to the values that it defines.");
        }
    }

    private void line(OrgObject line) {
        pointsTo(line, Idea.CONTRACT, Part.CONTRACT);
        new LineCheck(findings, mapping).empty(line);
        readOnly(line);
    }

    private void usage(OrgObject usage) {
        pointsTo(usage, Idea.CONTRACT_PRODUCT, Part.CONTRACT_PRODUCT);
        new UsageCheck(findings, mapping, usage).check();
    }

    /** Where the object above is missing, that is said, and no more. */
    private void pointsTo(OrgObject child, Idea lookup, Part above) {
        if (schema.object(mapping.object(above)).isPresent()) {
            new LineCheck(findings, mapping).pointsTo(child, lookup, above);
        }
    }

    private void readOnly(OrgObject object) {
        if (object.isCreateable() || object.isUpdateable()) {
            findings.hint(
                    object.name(),
                    "The integration user may write " + object.name() + ", which Tailback never does.",
                    "Take Create and Edit on " + object.name() + " out of its permission set.");
        }
    }

    private void lost() {
        for (Idea idea : Idea.values()) {
            if (mapping.find(idea).isEmpty()) {
                idea.cost()
                        .ifPresent(cost -> findings.loss(
                                idea.path(),
                                "No field stands for " + idea.meaning() + ": " + cost + ".",
                                "If the org has such a field, write " + idea.key() + " with its API name under "
                                        + idea.part().key() + ".fields; if not, it stays so."));
            }
        }
    }
}
