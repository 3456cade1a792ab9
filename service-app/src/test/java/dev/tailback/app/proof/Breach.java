package dev.tailback.app.proof;

import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An org that does not keep promises.
 *
 * @param what is wrong with it
 * @param change of our schema that makes it so
 * @param mapping of the changed org
 * @param broken promises
 * @param andMore whether it breaks so much that others cannot be told apart
 */
record Breach(String what, UnaryOperator<SchemaCopy> change, Mapping mapping, Set<Promise> broken, boolean andMore) {

    private static final String RULES = "objects/Product_Usage__c/validationRules/";
    private static final String PERMISSIONS = "permissionsets/Tailback_Integration.permissionset-meta.xml";
    private static final String CONSUMED = "objects/Contract_Product__c/fields/Consumed__c.field-meta.xml";

    static final List<Breach> ALL = List.of(
            without("Version_Never_Falls", Promise.FENCED),
            without("Units_Are_Sensible", Promise.NEGATIVE_UNITS),
            without("Identity_Never_Changes", Promise.PRODUCT_STAYS, Promise.AD_STAYS, Promise.ID_STAYS),
            without("Locked_When_Fulfilled", Promise.LOCKED_INSERT, Promise.LOCKED_CHANGE),
            of(
                    "a rule that refuses every save under a fulfilled contract",
                    schema -> schema.change(
                            rule("Locked_When_Fulfilled"), "(?s)OR\\(\\s*ISNEW\\(\\).*?\\)\\s*\\)\\s*\\)<", "TRUE)<"),
                    Promise.LOCKED_REPEAT),
            of(
                    "a fence that refuses the same version",
                    schema -> schema.change(
                            rule("Version_Never_Falls"), "Version__c &lt; PRIORVALUE", "Version__c &lt;= PRIORVALUE"),
                    Promise.LOCKED_REPEAT,
                    Promise.REPEATED),
            of(
                    "a roll-up that counts cancelled usage",
                    schema -> schema.change(CONSUMED, "(?s)<summaryFilterItems>.*</summaryFilterItems>", ""),
                    Promise.CANCELLED),
            of(
                    "a roll-up that counts rows",
                    schema -> schema.change(
                            CONSUMED,
                            "(?s)<summarizedField>.*</summaryForeignKey>\\s*<summaryOperation>sum",
                            "<summaryForeignKey>Product_Usage__c.Contract_Product__c</summaryForeignKey>"
                                    + "<summaryOperation>count"),
                    Promise.COUNTED,
                    Promise.TOGETHER,
                    Promise.CANCELLED),
            of(
                    "an integration user who may delete usage",
                    schema -> schema.change(
                            PERMISSIONS,
                            "<allowDelete>false</allowDelete>(\\s*<allowEdit>true</allowEdit>)",
                            "<allowDelete>true</allowDelete>$1"),
                    Promise.NEVER_DELETED),
            of(
                    "an integration user who may write contracts",
                    schema -> schema.change(
                                    PERMISSIONS,
                                    "<allowEdit>false</allowEdit>(\\s*<allowRead>true</allowRead>\\s*<modifyAllRecords>"
                                            + "false</modifyAllRecords>\\s*<object>Contract</object>)",
                                    "<allowEdit>true</allowEdit>$1")
                            .change(
                                    PERMISSIONS,
                                    "<editable>false</editable>(\\s*<field>Contract.Fulfillment_Status__c</field>)",
                                    "<editable>true</editable>$1"),
                    Promise.CONTRACT_READ_ONLY),
            of(
                    "sales without the right to read consumed",
                    schema -> schema.change(
                            "permissionsets/Tailback_Sales.permissionset-meta.xml",
                            "(?s)<fieldPermissions>\\s*<editable>false</editable>\\s*<field>Contract_Product__c\\."
                                    + "Consumed__c</field>.*?</fieldPermissions>",
                            ""),
                    Promise.SEEN_BY_SALES),
            new Breach(
                    "an integration user who may not create usage",
                    schema -> schema.change(
                            PERMISSIONS, "<allowCreate>true</allowCreate>", "<allowCreate>false</allowCreate>"),
                    Mapping.tailback(),
                    EnumSet.of(Promise.ACCEPTED, Promise.COUNTED, Promise.ROW_BY_ROW, Promise.TOGETHER),
                    true),
            new Breach(
                    "units in a field that takes any text",
                    schema -> schema.without(rule("Units_Are_Sensible")),
                    mapping("units: Units__c", "units: Ad_Title__c", "    adTitle: Ad_Title__c\n", ""),
                    EnumSet.of(Promise.WRONG_TYPE),
                    true),
            new Breach(
                    "a product in a field that takes any text",
                    schema -> schema,
                    mapping(
                            "contractProduct: Contract_Product__c",
                            "contractProduct: Ad_Title__c",
                            "    adTitle: Ad_Title__c\n",
                            ""),
                    EnumSet.of(Promise.UNKNOWN_PRODUCT),
                    true));

    private static Breach without(String rule, Promise first, Promise... more) {
        return of("no rule " + rule, schema -> schema.without(rule(rule)), first, more);
    }

    private static Breach of(String what, UnaryOperator<SchemaCopy> change, Promise first, Promise... more) {
        return new Breach(what, change, Mapping.tailback(), EnumSet.of(first, more), false);
    }

    private static String rule(String name) {
        return RULES + name + ".validationRule-meta.xml";
    }

    /** The shipped one with other words, given in pairs. */
    private static Mapping mapping(String... words) {
        try (InputStream shipped = Mapping.class.getResourceAsStream("shipped.yaml")) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            for (int word = 0; word < words.length; word += 2) {
                text = text.replace(words[word], words[word + 1]);
            }
            return MappingYaml.read(text);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        } catch (MappingInvalid wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
