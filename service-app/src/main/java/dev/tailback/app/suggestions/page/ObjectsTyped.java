package dev.tailback.app.suggestions.page;

import dev.tailback.app.suggestions.ObjectNamesAsked;
import dev.tailback.app.suggestions.SampleAsked;
import dev.tailback.mapping.Part;
import dev.tailback.web.input.Form;
import java.util.Optional;

/**
 * The objects that were chosen so far, as typed; empty ones are still to be chosen.
 *
 * @param sample a contract's id or number, or nothing for the first one
 */
public record ObjectsTyped(String contract, String line, String usage, String sample) {

    static ObjectsTyped of(Form form) {
        return new ObjectsTyped(
                form.text("contractObject").strip(),
                form.text("lineObject").strip(),
                form.text("usageObject").strip(),
                form.text("sample").strip());
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} for what can be no object */
    ObjectNamesAsked asked() {
        return new ObjectNamesAsked(given(contract), given(line), given(usage), SampleAsked.of(sample));
    }

    boolean isWhole() {
        return !contract.isEmpty() && !line.isEmpty() && !usage.isEmpty();
    }

    /** Without the one that was chosen last. */
    ObjectsTyped before() {
        return switch (last()) {
            case CONTRACT -> new ObjectsTyped("", "", "", sample);
            case CONTRACT_PRODUCT -> new ObjectsTyped(contract, "", "", sample);
            case USAGE -> new ObjectsTyped(contract, line, "", sample);
        };
    }

    /** The one that was chosen last; the contract where none was. */
    Part last() {
        if (!usage.isEmpty()) {
            return Part.USAGE;
        }
        return line.isEmpty() ? Part.CONTRACT : Part.CONTRACT_PRODUCT;
    }

    /** The one to choose next. */
    Part next() {
        if (contract.isEmpty()) {
            return Part.CONTRACT;
        }
        return line.isEmpty() ? Part.CONTRACT_PRODUCT : Part.USAGE;
    }

    public String object(Part part) {
        return switch (part) {
            case CONTRACT -> contract;
            case CONTRACT_PRODUCT -> line;
            case USAGE -> usage;
        };
    }

    private static Optional<String> given(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
