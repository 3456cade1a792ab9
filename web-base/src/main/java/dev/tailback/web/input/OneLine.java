package dev.tailback.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter of a route that is a text of one line; see {@link TextRule}. It may be absent or empty. */
@Documented
@Constraint(validatedBy = {})
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {

    /** The longest, in characters. */
    int max();

    String message() default "is not taken";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
