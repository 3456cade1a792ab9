package dev.tailback.browser.stage;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One stage for all test classes of a run; after each test the people leave and Salesforce works again. */
final class OnStage implements ExecutionCondition, ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(OnStage.class);

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
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stage(context);
    }

    private static Stage stage(ExtensionContext context) {
        return context.getRoot().getStore(OURS).getOrComputeIfAbsent(Stage.class, any -> Stage.open(), Stage.class);
    }

    /** The failure names the files in which its pages are kept. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        List<Path> kept = stage(context).keepPages(nameOf(context));
        throw new AssertionError(failure.getMessage() + "\nThe pages at that moment: " + kept, failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        stage(context).clear(nameOf(context), failed);
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }
}
