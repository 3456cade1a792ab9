package dev.tailback.hub.pages;

import dev.tailback.hub.api.SuggestionsApi.AttributeView;
import dev.tailback.hub.api.SuggestionsApi.FieldView;
import dev.tailback.hub.api.SuggestionsApi.ObjectView;
import dev.tailback.hub.api.SuggestionsApi.SuggestionsView;
import dev.tailback.hub.suggesting.Badge;
import dev.tailback.web.texts.Texts;
import java.util.Locale;

/**
 * What may be mapped in a CRM.
 *
 * @param named the object that a person named
 */
public record SuggestionsScreen(String crm, String named, SuggestionsView view, Called called) {

    /** One that cannot be mapped now is offered, and chosen by nobody but the person. */
    public boolean isFirst(AttributeView attribute, FieldView field) {
        return attribute.fields().get(0).equals(field) && !field.badges().contains(Badge.NOT_WRITABLE);
    }

    public boolean isOpen(ObjectView object) {
        return object.attributes().stream().anyMatch(one -> !one.fields().isEmpty());
    }

    public String badge(Badge badge, Texts texts) {
        return texts.of(
                "suggestions.badge." + badge.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
