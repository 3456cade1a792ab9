package dev.tailback.verification.benchmarks.org;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody else's SFDX project: objects with fields and a rule each, written for a measurement. */
record ForeignProject(int objects, int fieldsOfEach) {

    private static final String PROJECT = """
            {
              "packageDirectories": [{ "path": "force-app", "default": true }],
              "name": "foreign",
              "sourceApiVersion": "62.0"
            }
            """;
    private static final String OBJECT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
                <deploymentStatus>Deployed</deploymentStatus>
                <label>Foreign %1$d</label>
                <nameField>
                    <displayFormat>F-{00000000}</displayFormat>
                    <label>Foreign Number</label>
                    <type>AutoNumber</type>
                </nameField>
                <pluralLabel>Foreign %1$d</pluralLabel>
                <sharingModel>ReadWrite</sharingModel>
            </CustomObject>
            """;
    private static final String FIELD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
                <fullName>Amount_%1$d__c</fullName>
                <label>Amount %1$d</label>
                <precision>18</precision>
                <required>false</required>
                <scale>2</scale>
                <type>Number</type>
                <unique>false</unique>
            </CustomField>
            """;
    private static final String RULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
                <fullName>Amount_is_not_negative</fullName>
                <active>true</active>
                <errorConditionFormula>Amount_0__c &lt; 0</errorConditionFormula>
                <errorMessage>The amount is not negative.</errorMessage>
            </ValidationRule>
            """;

    /** @return the directory of the project */
    Path writeInto(Path directory) {
        write(directory.resolve("sfdx-project.json"), PROJECT);
        for (int object = 0; object < objects; object++) {
            String name = "Foreign_" + object + "__c";
            Path home = directory.resolve("force-app/main/default/objects").resolve(name);
            write(home.resolve(name + ".object-meta.xml"), OBJECT.formatted(object));
            for (int field = 0; field < fieldsOfEach; field++) {
                write(home.resolve("fields/Amount_" + field + "__c.field-meta.xml"), FIELD.formatted(field));
            }
            write(home.resolve("validationRules/Amount_is_not_negative.validationRule-meta.xml"), RULE);
        }
        return directory;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The project of the measurement cannot be written to " + file, e);
        }
    }
}
