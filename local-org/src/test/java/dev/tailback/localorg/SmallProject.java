package dev.tailback.localorg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An SFDX project of a few objects, written for one test class. */
record SmallProject(Path folder) {

    void object(String name, String inside) {
        write("objects/" + name + "/" + name + ".object-meta.xml", "CustomObject", """
                <deploymentStatus>Deployed</deploymentStatus><label>%1$s</label>
                <nameField><label>Name</label><type>Text</type></nameField><pluralLabel>%1$ss</pluralLabel>%2$s""".formatted(name, inside));
    }

    /** @param inside all but name and label */
    void field(String object, String name, String inside) {
        write(
                "objects/" + object + "/fields/" + name + ".field-meta.xml",
                "CustomField",
                "<fullName>" + name + "</fullName><label>" + name + "</label>" + inside);
    }

    void formula(String object, String name, String type, int scale, boolean blanksAsZero, String formula) {
        String size = type.equals("Text") || type.equals("Checkbox")
                ? ""
                : "<precision>18</precision><scale>" + scale + "</scale>";
        field(
                object,
                name,
                "<formula>" + escaped(formula) + "</formula><formulaTreatBlanksAs>"
                        + (blanksAsZero ? "BlankAsZero" : "BlankAsBlank") + "</formulaTreatBlanksAs>" + size
                        + "<type>" + type + "</type>");
    }

    void rule(String object, String name, String formula) {
        write(
                "objects/" + object + "/validationRules/" + name + ".validationRule-meta.xml",
                "ValidationRule",
                "<fullName>" + name + "</fullName><active>true</active><errorConditionFormula>" + escaped(formula)
                        + "</errorConditionFormula><errorMessage>[" + name + "] refused</errorMessage>");
    }

    void write(String path, String root, String inside) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root
                            + " xmlns=\"http://soap.sforce.com/2006/04/metadata\">" + inside + "</" + root + ">");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String escaped(String formula) {
        return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
