package dev.tailback.web.input;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;

/** Checks the parameters of routes by the same rules as the fields of bodies. */
@Factory
final class TextConstraints {

    @Singleton
    ConstraintValidator<OneLine, String> oneLine() {
        return (text, annotation, context) -> isRight(text, TextRule.line(longest(annotation)), context);
    }

    @Singleton
    ConstraintValidator<ManyLines, String> manyLines() {
        return (text, annotation, context) -> isRight(text, TextRule.lines(longest(annotation)), context);
    }

    private static int longest(AnnotationValue<?> annotation) {
        return annotation.intValue("max").orElseThrow();
    }

    private static boolean isRight(String text, TextRule rule, ConstraintValidatorContext context) {
        return text == null
                || rule.objection(text)
                        .map(objection -> {
                            context.messageTemplate(objection);
                            return false;
                        })
                        .orElse(true);
    }
}
