package dev.tailback.mapping.generator;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what can be made around the lines of one org, or every reason why nothing can. */
final class Planning {

    /** What roll-ups and formulas can bring, so that the org need not have it. */
    private static final Set<Idea> MADE = Set.of(Idea.CONSUMED, Idea.AVAILABLE, Idea.UNITS_CONSUMED);

    private static final Set<String> NUMBERS = Set.of("double", "int", "long", "currency", "percent");

    /** A custom field of the org itself; a name with a package's prefix cannot be made from outside. */
    private static final Pattern OWN_FIELD = Pattern.compile("[A-Za-z](_?[A-Za-z0-9]){0,39}__c");

    private static final int LONGEST_FIELD = 43;

    private final Mapping mapping;
    private final OrgSchema schema;
    private final Choice choice;
    private final List<String> reasons = new ArrayList<>();

    Planning(Mapping mapping, OrgSchema schema, Choice choice) {
        this.mapping = choice.named(mapping);
        this.schema = schema;
        this.choice = choice;
    }

    Plan plan() throws GeneratorRefused {
        reasons.addAll(choice.reasons());
        Optional<OrgObject> contract = described(Part.CONTRACT);
        Optional<OrgObject> line = described(Part.CONTRACT_PRODUCT);
        contract.ifPresent(this::contract);
        line.ifPresent(this::line);
        usage();
        if (contract.isPresent() && line.isPresent() && reasons.isEmpty()) {
            return planned(contract.get(), line.get());
        }
        throw new GeneratorRefused(reasons);
    }

    private Optional<OrgObject> described(Part part) {
        Optional<OrgObject> found = schema.object(mapping.object(part));
        if (found.isEmpty()) {
            reasons.add(part.key() + " is the object " + mapping.object(part) + ", which the org does not show to this "
                    + "user: map the object that stands for " + part.meaning()
                    + ", or give the user the right to read it.");
        }
        return found;
    }

    private void contract(OrgObject contract) {
        Idea.of(Part.CONTRACT).forEach(idea -> reached(contract, idea));
        reached(contract, Idea.FULFILLED)
                .filter(field -> !Fulfilled.of(mapping.fulfilled(), field).isAskable())
                .ifPresent(field -> reasons.add("contract.fulfilled is " + mapping.field(Idea.FULFILLED) + " of type "
                        + field.type() + ": take a picklist or a text with its values in fulfilledWhen, or a checkbox "
                        + "with true or false."));
    }

    private void line(OrgObject line) {
        Idea.of(Part.CONTRACT_PRODUCT).forEach(idea -> reached(line, idea));
        reached(line, Idea.CONTRACT)
                .filter(field ->
                        field.referenceTo().stream().noneMatch(mapping.object(Part.CONTRACT)::equalsIgnoreCase))
                .ifPresent(field -> reasons.add("contractProduct.contract is " + field.name()
                        + ", which does not lead to " + mapping.object(Part.CONTRACT) + ": map the lookup that does."));
        reached(line, Idea.UNITS_SOLD)
                .filter(field -> !NUMBERS.contains(field.type()))
                .ifPresent(field -> reasons.add(
                        "contractProduct.unitsSold is " + field.name() + ", which is no number: map one that is."));
    }

    private Optional<OrgField> reached(OrgObject from, Idea idea) {
        Optional<String> path = mapping.find(idea);
        Optional<OrgField> field =
                path.flatMap(name -> Reached.at(schema, from, name)).map(Reached::field);
        if (path.isPresent() && field.isEmpty() && !(MADE.contains(idea) && isOwnField(path.get()))) {
            String missing = idea.path() + " is " + path.get() + ", which the org does not show to this user: map a "
                    + "field that is there" + (idea.isRequired() ? "." : ", or leave the line out.");
            if (!reasons.contains(missing)) {
                reasons.add(missing);
            }
        }
        return field;
    }

    private void usage() {
        String object = mapping.object(Part.USAGE);
        if (schema.object(object).isEmpty() && !Choice.isObject(object)) {
            reasons.add(
                    "usage is the object " + object + ", which is not there and cannot be made: name a custom object "
                            + "without a package's prefix, as Product_Usage__c.");
        }
        for (Idea idea : Idea.of(Part.USAGE)) {
            mapping.find(idea)
                    .filter(name -> !isThere(object, name) && !isOwnField(name))
                    .ifPresent(name -> reasons.add(idea.path() + " is " + name + ", which is not there and cannot be "
                            + "made: name a custom field without a package's prefix, as Units__c."));
        }
    }

    private boolean isThere(String object, String field) {
        return schema.object(object).flatMap(found -> found.field(field)).isPresent();
    }

    private static boolean isOwnField(String name) {
        return name.length() <= LONGEST_FIELD && OWN_FIELD.matcher(name).matches();
    }

    private Plan planned(OrgObject contract, OrgObject line) throws GeneratorRefused {
        boolean isDetail =
                Masters.canBeDetail(schema.object(mapping.object(Part.USAGE)), mapping, line) && !choice.asLookup();
        boolean isCounted = isDetail && Masters.isDetailOf(line, mapping.field(Idea.CONTRACT));
        Map<Idea, String> fields = new EnumMap<>(mapping.fields());
        make(fields, isDetail, line, Idea.CONSUMED, "Consumed__c");
        make(fields, isDetail || fields.containsKey(Idea.CONSUMED), line, Idea.AVAILABLE, "Available__c");
        make(fields, isCounted, contract, Idea.UNITS_CONSUMED, "Units_Consumed__c");
        if (!reasons.isEmpty()) {
            throw new GeneratorRefused(reasons);
        }
        Mapping finished = new Mapping(
                mapping.name(), mapping.objects(), mapping.listedAs(), fields, mapping.fulfilledWhen(), mapping.only());
        return new Plan(finished, schema, isDetail, isCounted, choice.prefix());
    }

    /** What the org has stays; what can be made gets a name; what cannot be made is in no mapping. */
    private void make(Map<Idea, String> fields, boolean canBeMade, OrgObject on, Idea idea, String name) {
        Optional<String> mapped = Optional.ofNullable(fields.get(idea));
        if (mapped.flatMap(path -> Reached.at(schema, on, path)).isPresent()) {
            return;
        }
        if (!canBeMade) {
            fields.remove(idea);
            return;
        }
        String made = mapped.orElse(choice.prefix() + name);
        if (on.field(made).filter(field -> !field.isCalculated()).isPresent()) {
            reasons.add(on.name() + " has a field " + made + " already that people fill in: give a prefix, so that the "
                    + "computed one gets another name.");
        }
        fields.put(idea, made);
    }
}
