package dev.tailback.standalone.architecture;

/** A sealed type for the guard's bad example, which asks for its own alternative. */
sealed interface Weather {

    record Rain() implements Weather {}

    record Sun() implements Weather {}

    default boolean isDry() {
        return !(this instanceof Rain);
    }
}
