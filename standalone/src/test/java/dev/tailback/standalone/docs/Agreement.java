package dev.tailback.standalone.docs;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Names that the docs and the code must have in common.
 *
 * @param kind what they are, for the sentence
 * @param inDocs the names that the docs tell people
 * @param inCode the names that the code has
 * @param same whether a name of the docs means a name of the code
 */
record Agreement(String kind, Set<String> inDocs, Set<String> inCode, BiPredicate<String, String> same) {

    static Agreement on(String kind, Set<String> inDocs, Set<String> inCode) {
        return new Agreement(kind, inDocs, inCode, String::equals);
    }

    /** One sentence for each name that the docs have and the code lacks. */
    List<String> unknown() {
        return inDocs.stream()
                .filter(told -> inCode.stream().noneMatch(is -> same.test(told, is)))
                .map(told -> "the docs name the " + kind + " " + told + ", and no code has it")
                .toList();
    }

    /** One sentence for each name that the code has and the docs lack. */
    List<String> untold() {
        return inCode.stream()
                .filter(is -> inDocs.stream().noneMatch(told -> same.test(told, is)))
                .map(is -> "the code has the " + kind + " " + is + ", and no page of the docs names it")
                .toList();
    }

    List<String> differences() {
        return Stream.concat(unknown().stream(), untold().stream()).toList();
    }
}
