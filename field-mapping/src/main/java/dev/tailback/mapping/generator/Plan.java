package dev.tailback.mapping.generator;

import dev.tailback.mapping.FieldPath;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.Optional;

/**
 * What all files of one generation agree on.
 *
 * @param mapping the finished mapping; each name in it is in the org, or will be made
 * @param isDetail whether the usage is a detail of the line, which then counts it; otherwise a required lookup
 * @param isCountedOnContract whether the contract can sum its lines, because they are its details
 * @param prefix before each new name on the contract and the line
 */
record Plan(Mapping mapping, OrgSchema schema, boolean isDetail, boolean isCountedOnContract, String prefix) {

    private static final String USAGE_COUNT = "Usage_Count__c";

    OrgObject contract() {
        return described(Part.CONTRACT);
    }

    OrgObject line() {
        return described(Part.CONTRACT_PRODUCT);
    }

    private OrgObject described(Part part) {
        return schema.object(mapping.object(part)).orElseThrow();
    }

    String usage() {
        return mapping.object(Part.USAGE);
    }

    boolean isUsageNew() {
        return schema.object(usage()).isEmpty();
    }

    /** The usage object's name without its suffix; permission sets and views are called after it. */
    String base() {
        return usage().substring(0, usage().length() - "__c".length());
    }

    /** The usage object's name for people. */
    String label() {
        return base().replace('_', ' ');
    }

    Optional<OrgField> field(String object, String name) {
        return schema.object(object).flatMap(found -> found.field(name));
    }

    String toLine() {
        return FieldPath.relationship(mapping.field(Idea.CONTRACT_PRODUCT)) + ".";
    }

    String lineToContract() {
        return FieldPath.relationship(mapping.field(Idea.CONTRACT)) + ".";
    }

    Fulfilled fulfilled() {
        return Fulfilled.of(mapping.fulfilled(), reached(contract(), Idea.FULFILLED));
    }

    /** The field of an idea of the contract or the line that the org is known to have. */
    OrgField reached(OrgObject from, Idea idea) {
        return Reached.at(schema, from, mapping.field(idea)).orElseThrow().field();
    }

    /** A field of the object itself that a person can change. */
    Optional<String> own(OrgObject from, Idea idea) {
        return mapping.find(idea)
                .filter(path -> FieldPath.of(path).relationships().isEmpty())
                .filter(path ->
                        from.field(path).filter(field -> !field.isCalculated()).isPresent());
    }

    String usageCount() {
        return prefix + USAGE_COUNT;
    }

    /** A new rule on an object of the org, whose rules nobody describes: its name says whose it is. */
    String rule(String name) {
        return (prefix.isEmpty() ? "Tailback_" : prefix) + name;
    }
}
