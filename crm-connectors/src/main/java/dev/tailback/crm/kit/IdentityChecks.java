package dev.tailback.crm.kit;

import static dev.tailback.crm.kit.Play.given;
import static dev.tailback.crm.kit.Play.require;

import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.mapping.schema.OrgObject;
import java.util.List;

/** What a connector says of us and of the schema. */
final class IdentityChecks {

    private IdentityChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("The CRM knows us, and missing rights are named", IdentityChecks::identity),
                new Check("The schema has the object with its fields", IdentityChecks::schema),
                new Check("The stamp of the schema changes with it, and only then", IdentityChecks::stamp));
    }

    private static void identity(Play play) {
        Identity identity = given(play.connector().authenticate(), "Signing in");
        require(!identity.user().isBlank(), "The identity names no user.");
        require(!identity.account().isBlank(), "The identity names no account.");
        require(identity.missing().stream().noneMatch(String::isBlank), "A missing right is named without a sentence.");
    }

    private static void schema(Play play) {
        Described described = given(play.connector().schema(), "The schema");
        OrgObject object = described
                .schema()
                .object(play.ground().object())
                .orElseThrow(() ->
                        new NotHeld("The schema has no object " + play.ground().object() + "."));
        for (String field : play.fields()) {
            require(object.field(field).isPresent(), "The schema has no field " + field + ".");
        }
        play.ground()
                .keyField()
                .ifPresent(key -> require(
                        object.field(key).filter(found -> found.isUnique()).isPresent(),
                        "The field " + key + " is not described as unique."));
    }

    private static void stamp(Play play) {
        Runnable change = play.subject()
                .schemaChange()
                .orElseThrow(() -> new NotTried("The kit has no hand that changes this CRM's schema."));
        String before = stampNow(play);
        require(before.equals(stampNow(play)), "The stamp changed though the schema did not.");
        change.run();
        require(!before.equals(stampNow(play)), "The stamp stayed though the schema changed.");
    }

    private static String stampNow(Play play) {
        return given(play.connector().schema(), "The schema").stamp();
    }
}
