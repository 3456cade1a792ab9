package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.mapping.declaration.Declaration;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.declaration.Section;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads rules, and says what is wrong with them. */
final class RulesFile {

    private static final String FORM = "1";
    private static final int MOST_SOURCES = 50;

    private final Declaration file;
    private final Entities entities;
    private final Expressions expressions;

    RulesFile(String yaml, Entities entities, Expressions expressions) throws DeclarationInvalid {
        this.file = Declaration.of(yaml);
        this.expressions = expressions;
        this.entities = entities;
    }

    Rules read() throws DeclarationInvalid {
        Section root = file.root();
        root.only(Set.of("form", "name", "version", "sources", "entities"));
        if (!root.required("form").equals(FORM)) {
            root.wrong("'form: " + FORM + "' says how the file is written.");
        }
        Section declared = root.section("entities");
        Map<String, EntityRules> rules = new TreeMap<>();
        declared.names().forEach(name -> entity(declared, name).ifPresent(read -> rules.put(name, read)));
        RuleLineFile.known(root, root.list("sources"), MOST_SOURCES);
        Rules read = new Rules(root.required("name"), version(root), root.list("sources"), rules);
        file.mustBeRight();
        return read;
    }

    /** For the reader of the file alone: the hub numbers the versions that it keeps. */
    private static int version(Section root) {
        return root.has("version") ? root.count("version") : 1;
    }

    private Optional<EntityRules> entity(Section declared, String name) {
        Section section = declared.section(name);
        section.only(Set.of("default", "attributes"));
        Optional<Entity> entity = entities.entity(name);
        if (entity.isEmpty()) {
            section.wrong("there is no such entity; possible are "
                    + String.join(
                            ", ", entities.all().stream().map(Entity::name).toList()) + ".");
        }
        return entity.map(known -> entity(section, known));
    }

    private EntityRules entity(Section section, Entity entity) {
        RuleLine standard = section.has("default")
                ? new RuleLineFile(section, AttributeKind.TEXT, expressions).line("default")
                : new RuleLine(new Rule.LatestChange(), true);
        Section attributes = section.section("attributes");
        Map<String, RuleLine> lines = new TreeMap<>();
        for (String name : attributes.names()) {
            entity.attribute(name)
                    .ifPresentOrElse(
                            known ->
                                    lines.put(name, new RuleLineFile(attributes, known.kind(), expressions).line(name)),
                            () -> attributes.wrong("'" + name + "' is no attribute of " + entity.name() + "."));
        }
        return new EntityRules(standard, lines);
    }
}
