package dev.tailback.hub.pages;

import dev.tailback.hub.dossier.ReadGolden;
import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.web.texts.Texts;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;

/** How people call things: entities and attributes in the language of the page, and golden records by their names. */
@Singleton
public class Called {

    private final Entities entities;
    private final ReadGolden goldens;

    Called(Entities entities, ReadGolden goldens) {
        this.entities = entities;
        this.goldens = goldens;
    }

    /** What nobody declares has its own name. */
    public String entity(String name, Texts texts) {
        return entities.entity(name)
                .map(Entity::labels)
                .map(labels -> labels.in(language(texts)))
                .orElse(name);
    }

    public String attribute(String entity, String name, Texts texts) {
        return entities.entity(entity)
                .flatMap(declared -> declared.attribute(name))
                .map(Attribute::labels)
                .map(labels -> labels.in(language(texts)))
                .orElse(name);
    }

    boolean isPersonal(String entity) {
        return entities.entity(entity).filter(Entity::personal).isPresent();
    }

    String golden(UUID id) {
        return goldens.of(id).map(GoldenName::of).orElse(id.toString());
    }

    private static Locale language(Texts texts) {
        return Locale.forLanguageTag(texts.language());
    }
}
