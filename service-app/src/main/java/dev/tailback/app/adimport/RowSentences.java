package dev.tailback.app.adimport;

import dev.tailback.app.pages.FormErrors;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;

/** Why a row is refused, in the visitor's language and in one line. */
final class RowSentences {

    private RowSentences() {}

    static String of(Problem refusal, Texts texts) {
        FormErrors errors = FormErrors.ofRow(refusal, texts);
        return errors.byField().isEmpty() || !errors.code().equals("invalid")
                ? errors.summary()
                : String.join(" ", errors.byField().values());
    }
}
