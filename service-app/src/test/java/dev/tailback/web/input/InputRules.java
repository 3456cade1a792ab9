package dev.tailback.web.input;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a route may take from outside, and which rooms may look into a request themselves. */
final class InputRules {

    /**
     * They read themselves strictly, or hold nothing that somebody typed; a request is for its visitor, see
     * {@link #readersIn}.
     */
    private static final Set<Class<?>> TYPES = Set.of(
            JsonBody.class,
            Form.class,
            Parameters.class,
            UUID.class,
            long.class,
            HttpRequest.class,
            Principal.class,
            Authentication.class);

    private static final Pattern READING = Pattern.compile(
            "\\.(getParameters|getBody|getQueryString|byteBody|getUriVariables)\\(|[rR]equest(<[^>]*>)?\\.(getHeaders|getCookies)\\("
                    + "|@(RequestBean|Part|CookieValue|Parameter)\\b");

    private InputRules() {}

    /** One sentence for each argument of the route that is not read at the boundary. */
    static List<String> brokenBy(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments())
                .flatMap(argument -> broken(argument).stream()
                        .map(why -> route.getHttpMethod() + " "
                                + route.getUriMatchTemplate().toPathString() + " takes " + argument.getName() + " as "
                                + why))
                .toList();
    }

    private static Optional<String> broken(Argument<?> argument) {
        AnnotationMetadata annotations = argument.getAnnotationMetadata();
        if (argument.getType() == String.class) {
            boolean checked = annotations.hasAnnotation(OneLine.class) || annotations.hasAnnotation(ManyLines.class);
            return checked ? Optional.empty() : Optional.of("a text without @OneLine or @ManyLines");
        }
        if (argument.getType() == int.class) {
            boolean ranged = annotations.hasAnnotation(Min.class) && annotations.hasAnnotation(Max.class);
            return ranged ? Optional.empty() : Optional.of("a number without @Min and @Max");
        }
        return TYPES.contains(argument.getType())
                ? Optional.empty()
                : Optional.of("a " + argument.getType().getSimpleName());
    }

    /** The source files that look into a request themselves. */
    static List<String> readersIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> READING.matcher(text(file)).find())
                    .map(file -> sources.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
