package dev.tailback.mapping.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * One file that is being read. Whoever reads it collects reasons on the way and asks at the end whether there are some.
 *
 * @param root what the file holds
 * @param reasons why it cannot be used, as found so far
 */
public record Declaration(Section root, List<String> reasons) {

    /** The largest file, in letters. */
    public static final int LARGEST = 256 * 1024;

    private static final int DEEPEST = 12;

    /** @throws DeclarationInvalid if it is no YAML of lines with names */
    public static Declaration of(String text) throws DeclarationInvalid {
        if (parsed(text) instanceof Map<?, ?> tree) {
            List<String> reasons = new ArrayList<>();
            return new Declaration(new Section("the file", tree, reasons), reasons);
        }
        throw new DeclarationInvalid(List.of("The file is empty or a list: it must hold lines such as 'name: value'."));
    }

    /** @throws DeclarationInvalid with every reason that was found, if there is one */
    public void mustBeRight() throws DeclarationInvalid {
        if (!reasons.isEmpty()) {
            throw new DeclarationInvalid(reasons.stream().distinct().toList());
        }
    }

    private static Object parsed(String text) throws DeclarationInvalid {
        if (text.length() > LARGEST) {
            throw new DeclarationInvalid(
                    List.of("The file has " + text.length() + " letters; it may have " + LARGEST + " at most."));
        }
        try {
            return new Yaml(new SafeConstructor(options())).load(text);
        } catch (MarkedYAMLException wrong) {
            throw new DeclarationInvalid(List.of("The file is no YAML: " + said(wrong) + "."));
        } catch (YAMLException | IllegalArgumentException wrong) {
            throw new DeclarationInvalid(
                    List.of("The file is no YAML: " + Section.line(String.valueOf(wrong.getMessage())) + "."));
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        return options;
    }

    private static String said(MarkedYAMLException wrong) {
        String problem = Section.line(Objects.requireNonNullElse(wrong.getProblem(), "it cannot be read"));
        return wrong.getProblemMark() == null
                ? problem
                : problem + ", line " + (wrong.getProblemMark().getLine() + 1) + ", column "
                        + (wrong.getProblemMark().getColumn() + 1);
    }
}
