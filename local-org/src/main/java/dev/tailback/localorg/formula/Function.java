package dev.tailback.localorg.formula;

/** Compiles the calls of one function. */
@FunctionalInterface
interface Function {
    Typed compile(Arguments arguments);
}
