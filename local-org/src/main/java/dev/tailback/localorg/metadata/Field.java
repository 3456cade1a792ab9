package dev.tailback.localorg.metadata;

import java.util.Optional;

/**
 * One field of an object.
 *
 * @param index its place in a row
 * @param file the file it was read from, for messages
 */
public record Field(
        String object,
        String name,
        String label,
        FieldType type,
        int index,
        Size size,
        Constraints constraints,
        Origin origin,
        Optional<Picklist> picklist,
        Optional<Reference> reference,
        Writing writing,
        boolean isName,
        String file) {

    /** Begins a plain field that people enter. */
    public static Field entered(String object, String name, String label, FieldType type, Size size, String file) {
        return new Field(
                object,
                name,
                label,
                type,
                -1,
                size,
                Constraints.NONE,
                new Origin.Entered(Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Writing.ALWAYS,
                false,
                file);
    }

    public boolean isCustom() {
        return name.endsWith("__c");
    }

    public boolean isFormula() {
        return origin.formula().isPresent();
    }

    public boolean isMaster() {
        return reference.isPresent() && reference.get().isMaster();
    }

    /** Shown in messages: {@code Object.Field}. */
    public String path() {
        return object + "." + name;
    }

    public Field at(int place) {
        return new Field(
                object,
                name,
                label,
                type,
                place,
                size,
                constraints,
                origin,
                picklist,
                reference,
                writing,
                isName,
                file);
    }

    public Field as(FieldType other, Size otherSize) {
        return new Field(
                object,
                name,
                label,
                other,
                index,
                otherSize,
                constraints,
                origin,
                picklist,
                reference,
                writing,
                isName,
                file);
    }

    public Field with(Constraints other) {
        return new Field(
                object, name, label, type, index, size, other, origin, picklist, reference, writing, isName, file);
    }

    public Field with(Origin other) {
        return new Field(
                object, name, label, type, index, size, constraints, other, picklist, reference, writing, isName, file);
    }

    public Field with(Picklist other) {
        return new Field(
                object,
                name,
                label,
                type,
                index,
                size,
                constraints,
                origin,
                Optional.of(other),
                reference,
                writing,
                isName,
                file);
    }

    public Field with(Reference other) {
        return new Field(
                object,
                name,
                label,
                type,
                index,
                size,
                constraints,
                origin,
                picklist,
                Optional.of(other),
                writing,
                isName,
                file);
    }

    public Field with(Writing other) {
        return new Field(
                object, name, label, type, index, size, constraints, origin, picklist, reference, other, isName, file);
    }

    public Field asName() {
        return new Field(
                object, name, label, type, index, size, constraints, origin, picklist, reference, writing, true, file);
    }
}
