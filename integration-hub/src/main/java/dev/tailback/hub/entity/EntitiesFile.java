package dev.tailback.hub.entity;

import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a file declares of entities, and says what is wrong with it. */
final class EntitiesFile {

    /** The form of the file that this version reads. */
    private static final String FORM = "1";

    private static final int MOST_ENTITIES = 50;
    private static final int MOST_ATTRIBUTES = 200;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    private final Declaration file;

    EntitiesFile(String yaml) throws DeclarationInvalid {
        this.file = Declaration.of(yaml);
    }

    Entities read() throws DeclarationInvalid {
        Section root = file.root();
        root.only(Set.of("form", "entities"));
        if (!root.required("form").equals(FORM)) {
            root.wrong("'form: " + FORM + "' says how the file is written.");
        }
        Section declared = root.section("entities");
        bounded(declared, MOST_ENTITIES, "entities");
        List<Entity> entities = declared.names().stream()
                .map(name -> entity(name, declared.section(name)))
                .toList();
        entities.forEach(entity -> entity.attributes().forEach(one -> references(one, entity)));
        file.mustBeRight();
        return new Entities(entities);
    }

    private Entity entity(String name, Section section) {
        section.only(Set.of("label", "attributes", "personal"));
        named(name, section);
        Section attributes = section.section("attributes");
        bounded(attributes, MOST_ATTRIBUTES, "attributes");
        List<Attribute> declared = new ArrayList<>();
        attributes.names().forEach(one -> declared.add(attribute(one, attributes.section(one))));
        return new Entity(name, labels(name, section), declared, isPersonal(section));
    }

    private static boolean isPersonal(Section section) {
        String word = section.text("personal").orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            section.wrong("'personal' is true or false.");
        }
        return word.equals("true");
    }

    private static Attribute attribute(String name, Section section) {
        section.only(Set.of("label", "kind", "identifies", "choices", "refersTo", "country", "compared"));
        named(name, section);
        AttributeKind kind = kind(section);
        List<String> choices = section.list("choices");
        if ((kind == AttributeKind.CHOICE) == choices.isEmpty()) {
            section.wrong("'choices' belongs to the kind choice, and must be there for it.");
        }
        if ((kind == AttributeKind.REFERENCE) != section.has("refersTo")) {
            section.wrong("'refersTo' names the entity of the kind reference, and must be there for it.");
        }
        return new Attribute(
                name,
                labels(name, section),
                kind,
                identifies(section),
                choices,
                section.text("refersTo").orElse(""),
                section.text("country").orElse(""),
                compared(section));
    }

    private static AttributeKind kind(Section section) {
        String word = section.required("kind");
        return AttributeKind.ofWord(word).orElseGet(() -> {
            section.wrong("'" + word + "' is no kind; possible are "
                    + Arrays.stream(AttributeKind.values())
                            .map(AttributeKind::word)
                            .collect(Collectors.joining(", "))
                    + ".");
            return AttributeKind.TEXT;
        });
    }

    private static Identifies identifies(Section section) {
        String word = section.text("identifies").orElse(Identifies.NO.word());
        return Identifies.ofWord(word).orElseGet(() -> {
            section.wrong("'identifies' is 'alone' or 'with like name', or not there.");
            return Identifies.NO;
        });
    }

    private static Comparing compared(Section section) {
        String word = section.text("compared").orElse(Comparing.TRUE.word());
        return Comparing.ofWord(word).orElseGet(() -> {
            section.wrong("'compared' is true, false or 'must agree'.");
            return Comparing.TRUE;
        });
    }

    private static Labels labels(String name, Section section) {
        if (section.isText("label")) {
            String both = section.text("label").orElse(name);
            return new Labels(both, both);
        }
        Section label = section.section("label");
        label.only(Set.of("en", "de"));
        String english = label.text("en").orElse(name);
        return new Labels(english, label.text("de").orElse(english));
    }

    /** A name leads to something that is declared: an entity here or a shipped one, an attribute of the same entity. */
    private void references(Attribute attribute, Entity entity) {
        if (!attribute.country().isEmpty()
                && entity.attribute(attribute.country())
                        .filter(one -> one.kind() == AttributeKind.COUNTRY)
                        .isEmpty()) {
            file.root()
                    .wrong(entity.name() + "." + attribute.name() + " has its country in '" + attribute.country()
                            + "', which is no attribute of the kind country.");
        }
        if (!attribute.refersTo().isEmpty()
                && !NAME.matcher(attribute.refersTo()).matches()) {
            file.root()
                    .wrong(entity.name() + "." + attribute.name() + " refers to something that has no entity's name.");
        }
    }

    private static void bounded(Section section, int most, String what) {
        int found = section.names().size();
        if (found == 0 || found > most) {
            section.wrong("there are " + found + " " + what + "; there must be 1 to " + most + ".");
        }
    }

    private static void named(String name, Section section) {
        if (!NAME.matcher(name).matches()) {
            section.wrong(
                    "a name has small and large letters and digits, begins with a small letter, and is 40 letters "
                            + "long at most.");
        }
    }
}
