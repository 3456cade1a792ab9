package dev.tailback.salesforce.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** One fault put into one file: what stands there, what shall stand there, and what the checks must say. */
record Breakage(String fault, String file, String from, String to, String expected) {

    private static final String MAIN = "force-app/main/default/";
    private static final String REPORTING = "force-app-reporting/main/default/";
    private static final String LINE = MAIN + "objects/Contract_Product__c/";
    private static final String USAGE = MAIN + "objects/Product_Usage__c/";
    private static final String INTEGRATION = MAIN + "permissionsets/Tailback_Integration.permissionset-meta.xml";
    private static final String UNITS = USAGE + "fields/Units__c.field-meta.xml";
    private static final String CONSUMED = LINE + "fields/Consumed__c.field-meta.xml";

    static Stream<Breakage> all() {
        return Stream.of(
                        shape(),
                        names(),
                        references(),
                        permissions(),
                        views(),
                        reporting(),
                        rules(),
                        formulas(),
                        project())
                .flatMap(part -> part);
    }

    private static Stream<Breakage> shape() {
        return Stream.of(
                new Breakage("M01 malformed XML", UNITS, "<label>Units</label>", "<label>Units</lable>", "is no XML"),
                new Breakage("M02 unknown element", UNITS, "<label>", "<lable>x</lable><label>", "cannot be loaded"),
                new Breakage("M03 unknown field type", UNITS, "<type>Number", "<type>Nummer", "cannot be loaded"),
                new Breakage("M04 boolean that is none", UNITS, "<unique>false", "<unique>yes", "/unique=yes"),
                new Breakage(
                        "M06 element twice",
                        UNITS,
                        "<scale>0</scale>",
                        "<scale>0</scale><scale>0</scale>",
                        "cannot be loaded"),
                new Breakage(
                        "M07 required element missing",
                        USAGE + "validationRules/Version_Never_Falls.validationRule-meta.xml",
                        "<active>true</active>",
                        "",
                        "missing [/active="),
                new Breakage(
                        "elements out of order",
                        UNITS,
                        "<scale>0</scale>\n    <trackHistory>true</trackHistory>",
                        "<trackHistory>true</trackHistory>\n    <scale>0</scale>",
                        "cannot be loaded"));
    }

    private static Stream<Breakage> names() {
        return Stream.of(
                new Breakage(
                        "M05 unknown suffix",
                        UNITS,
                        null,
                        "fields/Units__c.feld-meta.xml",
                        "is not what its folder holds"),
                new Breakage(
                        "M24 other name inside",
                        UNITS,
                        "<fullName>Units__c",
                        "<fullName>Unit__c",
                        "is called Unit__c inside"),
                new Breakage(
                        "a rule among the fields",
                        UNITS,
                        null,
                        "validationRules/Units__c.validationRule-meta.xml",
                        "where a ValidationRule belongs"));
    }

    private static Stream<Breakage> references() {
        String contractProduct = USAGE + "fields/Contract_Product__c.field-meta.xml";
        return Stream.of(
                new Breakage(
                        "M12 unknown master",
                        contractProduct,
                        "<referenceTo>Contract_Product__c",
                        "<referenceTo>Contract_Line__c",
                        "refers to an unknown object Contract_Line__c"),
                new Breakage(
                        "M13 roll-up of an unknown field",
                        CONSUMED,
                        "Product_Usage__c.Units__c",
                        "Product_Usage__c.Unit__c",
                        "rolls up Product_Usage__c.Unit__c"),
                new Breakage(
                        "roll-up of a text",
                        CONSUMED,
                        "Product_Usage__c.Units__c",
                        "Product_Usage__c.Ad_Reference__c",
                        "which is no number field"),
                new Breakage(
                        "roll-up over no master-detail",
                        CONSUMED,
                        "Key>Product_Usage__c.Contract_Product__c",
                        "Key>Product_Usage__c.Ad_Reference__c",
                        "is no master-detail field"),
                new Breakage(
                        "roll-up filter on an unknown field",
                        CONSUMED,
                        "Product_Usage__c.Cancelled__c",
                        "Product_Usage__c.Canceled__c",
                        "filters on an unknown field"),
                new Breakage(
                        "M23 roll-up filter across objects",
                        CONSUMED,
                        "Product_Usage__c.Cancelled__c",
                        "Product_Usage__c.Locked__c",
                        "a formula across objects"),
                new Breakage(
                        "M21 detail with its own sharing",
                        USAGE + "Product_Usage__c.object-meta.xml",
                        "<sharingModel>ControlledByParent",
                        "<sharingModel>ReadWrite",
                        "is a detail"));
    }

    private static Stream<Breakage> permissions() {
        return Stream.of(
                new Breakage(
                        "M14 unknown field granted",
                        INTEGRATION,
                        "Product_Usage__c.Units__c",
                        "Product_Usage__c.Unit__c",
                        "grants an unknown field"),
                new Breakage(
                        "M15 required field granted",
                        INTEGRATION,
                        "Product_Usage__c.Units__c",
                        "Product_Usage__c.External_Id__c",
                        "because it is required"),
                new Breakage(
                        "master-detail field granted",
                        INTEGRATION,
                        "Product_Usage__c.Units__c",
                        "Product_Usage__c.Contract_Product__c",
                        "because it is required"),
                new Breakage(
                        "computed field made editable",
                        INTEGRATION,
                        "<editable>false</editable>\n        <field>Product_Usage__c.Locked__c",
                        "<editable>true</editable>\n        <field>Product_Usage__c.Locked__c",
                        "which is computed"),
                new Breakage(
                        "unknown object granted",
                        INTEGRATION,
                        "<object>Product_Usage__c",
                        "<object>Product_Use__c",
                        "grants an unknown object"),
                new Breakage(
                        "somebody may delete",
                        INTEGRATION,
                        "<allowDelete>false",
                        "<allowDelete>true",
                        "grants allowDelete"),
                new Breakage(
                        "somebody may modify all",
                        INTEGRATION,
                        "<modifyAllRecords>false",
                        "<modifyAllRecords>true",
                        "grants modifyAllRecords"),
                new Breakage(
                        "detail without its master",
                        INTEGRATION,
                        "<allowRead>true</allowRead>\n        <modifyAllRecords>false</modifyAllRecords>\n        <object>Contract</object>",
                        "<allowRead>false</allowRead>\n        <modifyAllRecords>false</modifyAllRecords>\n        <object>Contract</object>",
                        "without its master Contract"),
                new Breakage(
                        "unknown custom permission",
                        MAIN + "permissionsets/Tailback_Reopen_Contract.permissionset-meta.xml",
                        "<name>Reopen_Contract",
                        "<name>Reopen",
                        "unknown custom permission"),
                new Breakage(
                        "unknown tab",
                        MAIN + "permissionsets/Tailback_Sales.permissionset-meta.xml",
                        "<tab>Product_Usage__c",
                        "<tab>Usage__c",
                        "unknown tab"));
    }

    private static Stream<Breakage> views() {
        String layout = MAIN + "layouts/Contract_Product__c-Contract Product Layout.layout-meta.xml";
        return Stream.of(
                new Breakage(
                        "M16 unknown field on a layout",
                        layout,
                        "<field>Consumed__c",
                        "<field>Consumption__c",
                        "shows an unknown field Contract_Product__c.Consumption__c"),
                new Breakage(
                        "unknown related list",
                        layout,
                        "<relatedList>Product_Usage__c.Contract_Product__c",
                        "<relatedList>Product_Usage__c.Contract__c",
                        "unknown related list"),
                new Breakage(
                        "unknown column of a related list",
                        layout,
                        "<fields>Units__c",
                        "<fields>Unit__c",
                        "shows an unknown field Product_Usage__c.Unit__c"),
                new Breakage(
                        "M20 unknown list view column",
                        LINE + "listViews/Over_Consumed.listView-meta.xml",
                        "<columns>Consumed__c",
                        "<columns>Consumption__c",
                        "shows an unknown field"),
                new Breakage(
                        "unknown list view filter",
                        LINE + "listViews/Over_Consumed.listView-meta.xml",
                        "<field>Available__c",
                        "<field>Left__c",
                        "shows an unknown field"),
                new Breakage(
                        "unknown compact layout field",
                        LINE + "compactLayouts/Sold_And_Left.compactLayout-meta.xml",
                        "<fields>Available__c",
                        "<fields>Left__c",
                        "shows an unknown field"),
                new Breakage(
                        "unknown compact layout",
                        LINE + "Contract_Product__c.object-meta.xml",
                        "Sold_And_Left",
                        "Sold",
                        "unknown compact layout"),
                new Breakage(
                        "M19 unknown field of the policy",
                        MAIN + "customMetadata/Usage_Billing_Policy.Default.md-meta.xml",
                        "<field>Allow_Overuse__c",
                        "<field>Allow_Overbooking__c",
                        "shows an unknown field"));
    }

    private static Stream<Breakage> reporting() {
        String type = REPORTING + "reportTypes/Contracts_with_Products_with_Usage.reportType-meta.xml";
        String report = REPORTING + "reports/Tailback/Locked_Usage_by_Month.report-meta.xml";
        return Stream.of(
                new Breakage(
                        "M17 unknown report column",
                        report,
                        "$Units__c</field>",
                        "$Unit__c</field>",
                        "its type does not offer"),
                new Breakage(
                        "unknown report filter",
                        report,
                        "$Locked__c</column>",
                        "$Blocked__c</column>",
                        "its type does not offer"),
                new Breakage(
                        "unknown report type",
                        report,
                        "<reportType>Contracts_with_Products_with_Usage__c",
                        "<reportType>Contracts__c",
                        "unknown report type"),
                new Breakage(
                        "M18 missing report",
                        REPORTING + "dashboards/Tailback/Contract_Consumption.dashboard-meta.xml",
                        "Tailback/Consumption_by_Contract",
                        "Tailback/Consumption",
                        "unknown report"),
                new Breakage(
                        "M25 wrong relationship",
                        type,
                        "<relationship>Product_Usages__r",
                        "<relationship>Usages__r",
                        "unknown relationship"),
                new Breakage(
                        "unknown report type column",
                        type,
                        "<field>Amount__c",
                        "<field>Sum__c",
                        "offers an unknown column"));
    }

    private static Stream<Breakage> rules() {
        String identity = USAGE + "validationRules/Identity_Never_Changes.validationRule-meta.xml";
        return Stream.of(
                new Breakage("a rule without its code", identity, "[USAGE_IDENTITY] ", "", "begin with its [CODE]"),
                new Breakage("a rule switched off", identity, "<active>true", "<active>false", "is switched off"),
                new Breakage(
                        "re-parenting allowed", identity, "ISCHANGED(Contract_Product__c),", "", "no rule refuses it"),
                new Breakage(
                        "an error at a roll-up",
                        MAIN + "objects/Contract/validationRules/Fulfilled_Is_Final.validationRule-meta.xml",
                        "<errorDisplayField>Fulfillment_Status__c",
                        "<errorDisplayField>Units_Consumed__c",
                        "at a computed field"));
    }

    private static Stream<Breakage> formulas() {
        String locked = USAGE + "validationRules/Locked_When_Fulfilled.validationRule-meta.xml";
        return Stream.of(
                new Breakage("M08 formula syntax", locked, "OR(", "OR((", "Locked_When_Fulfilled"),
                new Breakage(
                        "M09 formula with an unknown field",
                        locked,
                        "ISCHANGED(Units__c)",
                        "ISCHANGED(Unit__c)",
                        "Unit__c"),
                new Breakage(
                        "formula with an unknown relationship",
                        locked,
                        "Contract_Product__r.Contract__r",
                        "Contract_Product__r.Deal__r",
                        "Deal__r"),
                new Breakage(
                        "M10 formula with an unknown function",
                        locked,
                        "ISCHANGED(Units__c)",
                        "HASCHANGED(Units__c)",
                        "HASCHANGED"),
                new Breakage(
                        "M11 formula of the wrong type",
                        LINE + "fields/Available__c.field-meta.xml",
                        "Units_Sold__c - Consumed__c",
                        "Units_Sold__c &amp; &quot; left&quot;",
                        "Available__c"),
                new Breakage(
                        "M22 picklist value that is none",
                        locked,
                        "&quot;Fulfilled&quot;",
                        "&quot;Fullfilled&quot;",
                        "Fullfilled"),
                new Breakage(
                        "prior value of another object's field",
                        locked,
                        "ISCHANGED(Units__c)",
                        "ISCHANGED(Contract_Product__r.Consumed__c)",
                        "Locked_When_Fulfilled"),
                new Breakage(
                        "unknown policy record",
                        locked,
                        "Usage_Billing_Policy__mdt.Default",
                        "Usage_Billing_Policy__mdt.Standard",
                        "Standard"),
                new Breakage(
                        "unknown custom permission in a rule",
                        MAIN + "objects/Contract/validationRules/Fulfilled_Is_Final.validationRule-meta.xml",
                        "$Permission.Reopen_Contract",
                        "$Permission.Reopen",
                        "Reopen"));
    }

    private static Stream<Breakage> project() {
        return Stream.of(
                new Breakage(
                        "M26 unknown edition",
                        "config/project-scratch-def.json",
                        "\"Developer\"",
                        "\"Develper\"",
                        "unknown edition"),
                new Breakage(
                        "M26 unknown project key",
                        "sfdx-project.json",
                        "sourceApiVersion",
                        "sourceApiVersoin",
                        "unknown key"),
                new Breakage(
                        "package directory that is not there",
                        "sfdx-project.json",
                        "\"force-app-auth\"",
                        "\"force-app-oauth\"",
                        "no such directory"));
    }

    /** Without {@code from} the file moves beside its folder's siblings instead. */
    void apply(Path project) throws IOException {
        Path path = project.resolve(file);
        if (from == null) {
            Path target = path.getParent().resolveSibling(to);
            Files.createDirectories(target.getParent());
            Files.move(path, target);
            return;
        }
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new IllegalStateException(fault + ": " + file + " holds no " + from);
        }
        Files.writeString(path, text.replace(from, to));
    }

    @Override
    public String toString() {
        return fault;
    }
}
