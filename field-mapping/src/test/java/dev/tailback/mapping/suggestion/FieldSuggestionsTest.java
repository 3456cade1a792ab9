package dev.tailback.mapping.suggestion;

import static dev.tailback.mapping.suggestion.Built.field;
import static dev.tailback.mapping.suggestion.Built.lookup;
import static dev.tailback.mapping.suggestion.Built.object;
import static dev.tailback.mapping.suggestion.Built.picklist;
import static dev.tailback.mapping.suggestion.Built.readOnly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What makes a field a candidate, and what keeps it from being one. */
class FieldSuggestionsTest {

    private static final OrgObject DEAL = object(
            "Deal__c",
            field("Deal_Number__c", "string"),
            lookup("Employer__c", "Account"),
            picklist("Status__c", "Open", "Completed"));

    private static final OrgObject LINE =
            object("Deal_Line__c", lookup("Deal__c", "Deal__c"), field("Qty__c", "double"));

    @Test
    void a_field_that_this_user_may_not_write_is_none_for_what_tailback_writes() {
        assertEquals(Optional.of("Version__c"), first(Idea.VERSION, field("Version__c", "double")));
        assertEquals(Optional.empty(), first(Idea.VERSION, readOnly("Version__c", "double")));
        assertEquals(Optional.of("Locked__c"), first(Idea.LOCKED, readOnly("Locked__c", "boolean")));
    }

    @Test
    void a_field_of_a_type_that_cannot_hold_it_is_none() {
        assertEquals(Optional.empty(), first(Idea.UNITS, field("Units__c", "string")));
        assertEquals(Optional.empty(), first(Idea.EXTERNAL_ID, field("External_Id__c", "string")));
        assertEquals(Optional.empty(), first(Idea.SERVICE_DATE, field("Usage_Date__c", "datetime")));
    }

    @Test
    void a_word_that_means_something_else_is_none() {
        assertEquals(Optional.empty(), first(Idea.UNITS, field("Travel_Cost_Units__c", "double")));
        assertEquals(Optional.empty(), first(Idea.SERVICE_DATE, field("Invoice_Date__c", "date")));
    }

    @Test
    void what_is_mapped_already_is_kept_and_stands_for_nothing_else() {
        OrgObject use = object("Use__c", field("Units__c", "double"), field("Quantity__c", "double"));

        List<Suggestion> suggestions =
                FieldSuggestions.of(new Asked(DEAL, LINE, Optional.of(use), Map.of(Idea.VERSION, "Units__c")));

        assertEquals(Optional.of("Units__c"), of(suggestions, Idea.VERSION).kept());
        assertEquals(List.of(), of(suggestions, Idea.VERSION).candidates());
        assertEquals(
                List.of("Quantity__c"),
                of(suggestions, Idea.UNITS).candidates().stream()
                        .map(Candidate::path)
                        .toList());
    }

    @Test
    void a_slip_of_the_pen_is_understood_and_said() {
        Candidate candidate =
                candidate(Idea.CANCELLED, field("Cancelld__c", "boolean")).orElseThrow();

        assertEquals("Cancelld__c", candidate.path());
        assertEquals(Why.ALIKE, candidate.reasons().get(0).why());
    }

    @Test
    void a_reason_says_which_word_stands_for_which() {
        Candidate candidate =
                candidate(Idea.CANCELLED, field("Storniert__c", "boolean")).orElseThrow();

        assertEquals(
                "another word for it: storniert = cancelled",
                candidate.reasons().get(0).sentence());
        assertEquals(Confidence.SURE, candidate.confidence());
    }

    @Test
    void what_the_org_calls_a_customer_is_understood_in_other_names() {
        assertEquals(
                Optional.of("Employer_Reference__c"),
                first(Idea.CUSTOMER_REFERENCE, field("Employer_Reference__c", "string")));
        assertEquals(Optional.empty(), first(Idea.CUSTOMER_REFERENCE, field("Gardener_Reference__c", "string")));
    }

    @Test
    void without_an_object_for_usage_there_are_no_suggestions_for_its_ideas() {
        List<Suggestion> suggestions = FieldSuggestions.of(new Asked(DEAL, LINE, Optional.empty(), Map.of()));

        assertTrue(suggestions.stream().noneMatch(suggestion -> suggestion.idea() == Idea.UNITS));
        assertEquals(
                Optional.of("Employer__r.Name"),
                of(suggestions, Idea.CUSTOMER_NAME).first());
    }

    @Test
    void the_order_in_which_an_org_lists_its_fields_changes_nothing() {
        for (OrgFile org : OrgFile.all()) {
            Asked asked = org.asked();
            assertEquals(
                    shown(FieldSuggestions.of(asked)),
                    shown(FieldSuggestions.of(new Asked(
                            reversed(asked.contract()),
                            reversed(asked.line()),
                            asked.usage().map(FieldSuggestionsTest::reversed),
                            Map.of()))),
                    org.name());
        }
    }

    private static OrgObject reversed(OrgObject object) {
        List<OrgField> fields = new ArrayList<>(object.fields());
        Collections.reverse(fields);
        return new OrgObject(object.name(), object.label(), true, true, true, fields, object.children());
    }

    private static List<String> shown(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.idea() + " "
                        + suggestion.candidates().stream().map(Candidate::path).toList())
                .toList();
    }

    private static Optional<String> first(Idea idea, OrgField field) {
        return candidate(idea, field).map(Candidate::path);
    }

    private static Optional<Candidate> candidate(Idea idea, OrgField field) {
        List<Suggestion> suggestions =
                FieldSuggestions.of(new Asked(DEAL, LINE, Optional.of(object("Use__c", field)), Map.of()));
        return of(suggestions, idea).candidates().stream().findFirst();
    }

    private static Suggestion of(List<Suggestion> suggestions, Idea idea) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.idea() == idea)
                .findFirst()
                .orElseThrow();
    }
}
