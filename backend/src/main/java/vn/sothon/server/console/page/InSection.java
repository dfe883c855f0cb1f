package vn.sothon.server.console.page;

import io.micronaut.http.annotation.FilterMatcher;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says to which section a page belongs, and so who may open it. It is also what puts a route behind the console's
 * sign-in: every console controller carries it, and no controller of the API does.
 */
@FilterMatcher
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InSection {
    Section value();
}
