package dev.tailback.web.input;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the parameters of a call to its route. */
@Singleton
final class ParametersBinder implements TypedRequestArgumentBinder<Parameters> {

    @Override
    public Argument<Parameters> argumentType() {
        return Argument.of(Parameters.class);
    }

    @Override
    public BindingResult<Parameters> bind(ArgumentConversionContext<Parameters> context, HttpRequest<?> source) {
        Parameters parameters = new Parameters(name -> source.getParameters().getFirst(name));
        return () -> Optional.of(parameters);
    }
}
