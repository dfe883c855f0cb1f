package vn.sothon.server.console.page;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Lets a controller take a {@link Visitor} as a parameter; the session filter has found out who it is. */
@Singleton
final class VisitorBinder implements TypedRequestArgumentBinder<Visitor>, PostponedRequestArgumentBinder<Visitor> {
    private static final Argument<Visitor> TYPE = Argument.of(Visitor.class);

    @Override
    public Argument<Visitor> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Visitor> bind(ArgumentConversionContext<Visitor> context, HttpRequest<?> request) {
        return () -> request.getAttribute(Looking.VISITOR, Visitor.class);
    }
}
