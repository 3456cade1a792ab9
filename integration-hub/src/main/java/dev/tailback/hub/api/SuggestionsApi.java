package dev.tailback.hub.api;

import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.suggesting.AcceptSuggestions;
import dev.tailback.hub.suggesting.Badge;
import dev.tailback.hub.suggesting.Choice;
import dev.tailback.hub.suggesting.SuggestMapping;
import dev.tailback.hub.suggesting.SuggestedAttribute;
import dev.tailback.hub.suggesting.SuggestedField;
import dev.tailback.hub.suggesting.SuggestedObject;
import dev.tailback.hub.suggesting.Suggestions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.mapping.suggestion.Reason;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which fields of a CRM may stand for which attributes. Values are read for this answer, and kept nowhere. */
@Controller("/api/hub/crms/{crm}/mapping/suggestions")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
public class SuggestionsApi {

    private final ConnectedCrms crms;
    private final SuggestMapping suggest;
    private final AcceptSuggestions accept;

    SuggestionsApi(ConnectedCrms crms, SuggestMapping suggest, AcceptSuggestions accept) {
        this.crms = crms;
        this.suggest = suggest;
        this.accept = accept;
    }

    /** @param object one more object to look at, beside those that are mapped and those that such a CRM usually has */
    @Get
    public SuggestionsView of(@OneLine(max = 60) String crm, @Nullable @QueryValue @OneLine(max = 100) String object) {
        HubProblems.mustBeConnected(crms, crm);
        return SuggestionsView.of(suggest.of(crm, Optional.ofNullable(object).filter(name -> !name.isBlank())));
    }

    /** The mapping in force with what a person chose, as a file. It is not kept: preview it, and switch it on. */
    @Post
    public FileView accept(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "entity", "object", "fields");
        Choice choice =
                new Choice(order.text("entity"), order.text("object"), order.pairs("fields", "attribute", "field"));
        order.checked();
        HubProblems.mustBeConnected(crms, crm);
        try {
            return new FileView(accept.yaml(crm, choice));
        } catch (DeclarationInvalid invalid) {
            throw HubProblems.unusable(invalid);
        }
    }

    @Serdeable
    public record FileView(String yaml) {}

    /** Why something is suggested. @param code what texts in other languages go by */
    @Serdeable
    public record ReasonView(String code, String detail, String sentence) {

        static List<ReasonView> all(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new ReasonView(reason.why().key(), reason.detail(), reason.sentence()))
                    .toList();
        }
    }

    /**
     * @param objects the entities in the order of their declaration, and of each the likeliest object first
     * @param unseen objects that could not be looked at, with the reason
     * @param yaml what is mapped now, and the first suggestion for each attribute that is not
     */
    @Serdeable
    public record SuggestionsView(List<ObjectView> objects, Map<String, String> unseen, String yaml) {

        static SuggestionsView of(Suggestions suggestions) {
            return new SuggestionsView(
                    suggestions.objects().stream().map(ObjectView::of).toList(),
                    new TreeMap<>(suggestions.unseen()),
                    suggestions.yaml());
        }
    }

    /** @param unread why there are no samples; empty when records were read */
    @Serdeable
    public record ObjectView(
            String entity,
            String object,
            String label,
            boolean mapped,
            String confidence,
            List<ReasonView> reasons,
            String unread,
            List<AttributeView> attributes) {

        static ObjectView of(SuggestedObject object) {
            return new ObjectView(
                    object.entity(),
                    object.object(),
                    object.label(),
                    object.isMapped(),
                    object.confidence().word(),
                    ReasonView.all(object.reasons()),
                    object.unread(),
                    object.attributes().stream().map(AttributeView::of).toList());
        }
    }

    /** @param mapped the field that stands for it already; empty where none does */
    @Serdeable
    public record AttributeView(String attribute, String mapped, List<FieldView> fields) {

        static AttributeView of(SuggestedAttribute attribute) {
            return new AttributeView(
                    attribute.attribute(),
                    attribute.mapped().orElse(""),
                    attribute.fields().stream().map(FieldView::of).toList());
        }
    }

    @Serdeable
    public record FieldView(
            String field,
            String label,
            String type,
            String confidence,
            List<ReasonView> reasons,
            List<Badge> badges,
            List<String> samples) {

        static FieldView of(SuggestedField field) {
            return new FieldView(
                    field.field(),
                    field.label(),
                    field.type(),
                    field.confidence().word(),
                    ReasonView.all(field.reasons()),
                    field.badges().stream().sorted().toList(),
                    field.samples());
        }
    }
}
