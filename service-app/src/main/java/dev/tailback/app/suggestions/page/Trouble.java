package dev.tailback.app.suggestions.page;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpStatus;
import java.util.Optional;

/**
 * Why something was not done, as the page says it.
 *
 * @param status of the page
 * @param sentence empty where all went well
 * @param theirWords what Salesforce itself said
 */
public record Trouble(HttpStatus status, String sentence, Optional<String> theirWords) {

    static Trouble none() {
        return new Trouble(HttpStatus.OK, "", Optional.empty());
    }

    static Trouble of(Problem problem, Texts texts) {
        return new Trouble(problem.status(), ProblemSentence.of(problem, texts), ProblemSentence.theirWords(problem));
    }
}
