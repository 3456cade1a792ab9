package dev.tailback.localorg.metadata;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Gives a field another name in every file that mentions it, as an org does whose parts know each other by id. */
final class RenameField {
    private static final Set<String> FORMULAS = Set.of("formula", "defaultValue", "errorConditionFormula");
    private static final Set<String> PATHS = Set.of("field", "summarizedField", "summaryForeignKey", "valueField");
    private static final Set<String> OWN_NAMES = Set.of("errorDisplayField", "controllingField");

    private final String object;
    private final String from;
    private final String to;
    private final BinaryOperator<String> formulas;

    RenameField(String object, String from, String to, BinaryOperator<String> formulas) {
        this.object = object;
        this.from = from;
        this.to = to;
        this.formulas = formulas;
    }

    SourceFile in(SourceFile file) {
        return switch (file.kind()) {
            case "field" -> mentions(file) || isTheField(file) ? inField(file) : file;
            case "validationRule" -> mentions(file) ? below(file).written(file.name()) : file;
            case "permissionset" ->
                mentions(file) ? RewriteXml.of(file).texts(PATHS, this::path).written(file.name()) : file;
            case "md" -> isRecordOfTheObject(file) ? inRecord(file) : file;
            default -> file;
        };
    }

    /** A relationship is named after its field: Line__c is Line__r. */
    private boolean mentions(SourceFile file) {
        return file.read().contains(from.replaceAll("__c$", ""));
    }

    private boolean isTheField(SourceFile file) {
        return file.objectName().equalsIgnoreCase(object)
                && file.componentName().equalsIgnoreCase(from);
    }

    private RewriteXml below(SourceFile file) {
        RewriteXml xml = RewriteXml.of(file)
                .texts(FORMULAS, text -> formulas.apply(file.objectName(), text))
                .texts(PATHS, this::path);
        return file.objectName().equalsIgnoreCase(object) ? xml.texts(OWN_NAMES, this::name) : xml;
    }

    private SourceFile inField(SourceFile file) {
        if (!isTheField(file)) {
            return below(file).written(file.name());
        }
        String name = file.name().replace(file.componentName() + ".field-meta.xml", to + ".field-meta.xml");
        SourceFile written = below(file).child("fullName", this::name).written(file.name());
        return new SourceFile(name, Path.of(name), Optional.of(written.read()));
    }

    private boolean isRecordOfTheObject(SourceFile file) {
        return object.toLowerCase(Locale.ROOT)
                .equals(file.componentName().replaceAll("\\..*", "").toLowerCase(Locale.ROOT) + "__mdt");
    }

    private SourceFile inRecord(SourceFile file) {
        return RewriteXml.of(file).texts(Set.of("field"), this::name).written(file.name());
    }

    private String name(String text) {
        return text.strip().equalsIgnoreCase(from) ? to : text;
    }

    private String path(String text) {
        return text.strip().equalsIgnoreCase(object + "." + from) ? object + "." + to : text;
    }
}
