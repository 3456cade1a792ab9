package dev.tailback.browser.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * One stage for all test classes of a run, and one with the hub for each class that wants it; after each test the people
 * leave and everything works again.
 */
final class OnStage implements ExecutionCondition, ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(OnStage.class);
    private static final List<Class<?>> STAGES = List.of(Stage.class, HubStage.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("A browser is here.");
        }
        if (context.getTestMethod().isEmpty()) {
            System.out.println(Chromium.ABSENT);
        }
        return ConditionEvaluationResult.disabled(Chromium.ABSENT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return STAGES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class ? stage(context) : hubStage(context);
    }

    private static Stage stage(ExtensionContext context) {
        return context.getRoot().getStore(OURS).getOrComputeIfAbsent(Stage.class, any -> Stage.open(), Stage.class);
    }

    /** It ends with its class: two of everything are much for a small machine. */
    private static HubStage hubStage(ExtensionContext context) {
        return context.getParent()
                .orElseThrow()
                .getStore(OURS)
                .getOrComputeIfAbsent(HubStage.class, any -> HubStage.open(), HubStage.class);
    }

    private static List<PlayedOn> open(ExtensionContext context) {
        return STAGES.stream()
                .flatMap(kind -> Optional.ofNullable(context.getStore(OURS).get(kind, PlayedOn.class)).stream())
                .toList();
    }

    /** The failure names the files in which its pages are kept. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        List<Path> kept = open(context).stream()
                .flatMap(stage -> stage.keepPages(nameOf(context)).stream())
                .toList();
        throw new AssertionError(failure.getMessage() + "\nThe pages at that moment: " + kept, failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        open(context).forEach(stage -> stage.clear(nameOf(context), failed));
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }
}
