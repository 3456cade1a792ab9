package dev.tailback.web.problems;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Input that cannot be taken: 400 with the code {@code invalid} and, where known, the fields and what is wrong with
 * each.
 */
final class InvalidInput {

    private InvalidInput() {}

    static Problem of(ConstraintViolationException violations) {
        List<Map<String, String>> errors = violations.getConstraintViolations().stream()
                .map(violation -> error(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(error -> error.get("field")))
                .toList();
        String first = errors.isEmpty()
                ? ""
                : " " + errors.get(0).get("field") + " " + errors.get(0).get("message") + ".";
        return invalid("Nothing was done, because the input is not valid." + first)
                .with("errors", errors);
    }

    static Problem of(ConversionErrorException conversion) {
        String field = conversion.getArgument().getName();
        if ("body".equals(field)
                || conversion
                        .getArgument()
                        .getAnnotationMetadata()
                        .hasAnnotation("io.micronaut.http.annotation.Body")) {
            return unreadableBody(conversion.getCause());
        }
        return invalid("The parameter " + field + " has a value that cannot be read.")
                .with("errors", List.of(error(field, "cannot be read")));
    }

    static Problem of(UnsatisfiedRouteException unsatisfied) {
        String field = unsatisfied.getArgument().getName();
        return invalid("The request lacks " + field + ".").with("errors", List.of(error(field, "is missing")));
    }

    static Problem malformed() {
        return new Problem(
                HttpStatus.BAD_REQUEST, "malformed_json", "The body is not valid JSON, so nothing of it was read.");
    }

    private static Problem unreadableBody(@Nullable Throwable cause) {
        return Optional.ofNullable(cause)
                .flatMap(UnreadableJson::field)
                .map(field -> invalid("The field " + field + " has a value of the wrong kind.")
                        .with("errors", List.of(error(field, "has a value of the wrong kind"))))
                .orElseGet(() -> invalid("The body does not have the form this call takes; see /swagger."));
    }

    private static String field(ConstraintViolation<?> violation) {
        StringJoiner field = new StringJoiner(".");
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                field.add(node.toString());
            }
        }
        return field.length() > 0 ? field.toString() : lastNode(violation);
    }

    private static String lastNode(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Map<String, String> error(String field, String message) {
        return Map.of("field", field, "message", message);
    }

    private static Problem invalid(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", detail);
    }
}
