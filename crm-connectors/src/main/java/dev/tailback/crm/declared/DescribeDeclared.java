package dev.tailback.crm.declared;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.call.SchemaStamp;
import dev.tailback.crm.declared.DeclaredObject.DeclaredField;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who we are, as far as the CRM tells, and the schema as the file has it: no API is asked for its schema. */
record DescribeDeclared(DeclaredCrm crm, DeclaredCalls calls) {

    private static final int LONGEST = 300;

    Described described() {
        OrgSchema schema = new OrgSchema(
                crm.objects().stream().map(DescribeDeclared::object).toList());
        return new Described(schema, SchemaStamp.of(schema));
    }

    private static OrgObject object(DeclaredObject object) {
        return new OrgObject(
                object.name(),
                object.label(),
                true,
                object.create().isPresent(),
                object.update().isPresent(),
                object.fields().stream().map(field -> field(object, field)).toList(),
                List.of());
    }

    private static OrgField field(DeclaredObject object, DeclaredField field) {
        return new OrgField(
                field.name(),
                field.label(),
                field.type(),
                field.type().equals("double") || field.type().equals("boolean") ? 0 : field.length(),
                0,
                0,
                !field.isRequired(),
                false,
                field.isWritable() && object.create().isPresent(),
                field.isWritable() && object.update().isPresent(),
                true,
                field.isUnique(),
                field.isUnique(),
                false,
                !field.choices().isEmpty(),
                List.of(),
                Optional.empty(),
                field.choices());
    }

    Answer<Identity> identity() {
        return crm.identity().isPresent()
                ? told(crm.identity().get()).flatMap(this::withRights)
                : withRights(new Identity(
                        crm.name() + " at " + crm.address().getAuthority(), "the owner of our access", List.of()));
    }

    private Answer<Identity> told(DeclaredCrm.Identified identified) {
        return calls.ask(identified.path(), Map.of()).flatMap(answer -> {
            Optional<String> account = identified.account().text(answer.json());
            return account.isEmpty()
                    ? calls.unusable(answer)
                    : new Answer.Given<>(new Identity(
                            crm.name() + " " + ForeignText.line(account.get(), LONGEST),
                            identified
                                    .user()
                                    .flatMap(place -> place.text(answer.json()))
                                    .map(user -> ForeignText.line(user, LONGEST))
                                    .orElse("the owner of our access"),
                            List.of()));
        });
    }

    /** Whether each list can be read is tried; a right to write shows when it is used. */
    private Answer<Identity> withRights(Identity who) {
        List<String> missing = new ArrayList<>();
        for (DeclaredObject object : crm.objects()) {
            ReadList list = new ReadList(
                    calls, new RecordShape(object, crm.times()), object.list().listing());
            DeclaredCursor start = DeclaredCursor.first("0", java.time.Instant.EPOCH);
            Optional<Answer<Identity>> away = list.page(start, Map.of(), List.of(), 1)
                    .fold(
                            given -> Optional.empty(),
                            refused -> {
                                missing.add(object.name() + ": " + refused.reason());
                                return Optional.empty();
                            },
                            gone -> Optional.of(
                                    new Answer.Unavailable<>(gone.code(), gone.reason(), gone.retryAfter())));
            if (away.isPresent()) {
                return away.get();
            }
        }
        return new Answer.Given<>(new Identity(who.account(), who.user(), missing));
    }
}
