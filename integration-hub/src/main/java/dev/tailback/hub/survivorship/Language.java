package dev.tailback.hub.survivorship;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelRuntimeFactory;

/** CEL with what an expression of a rule may use, and with its limits. */
record Language(CelCompiler compiler, CelRuntime runtime) {

    private static final int MOST_STEPS = 1_000;
    private static final int DEEPEST = 32;

    Program program(String text) throws CelValidationException, CelEvaluationException {
        return runtime.createProgram(compiler.compile(text).getAst());
    }

    /** Takes seconds. */
    static Language load() {
        CelOptions limits = CelOptions.current()
                .comprehensionMaxIterations(MOST_STEPS)
                .maxExpressionCodePointSize(Expressions.LONGEST)
                .maxParseRecursionDepth(DEEPEST)
                .build();
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(limits)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("candidates", ListType.create(MapType.create(SimpleType.STRING, SimpleType.STRING)))
                .addVar("current", SimpleType.STRING)
                .setResultType(SimpleType.STRING)
                .build();
        return new Language(
                compiler,
                CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(limits).build());
    }
}
