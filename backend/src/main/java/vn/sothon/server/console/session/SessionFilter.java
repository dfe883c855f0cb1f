package vn.sothon.server.console.session;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.http.CallerAddress;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.limit.CallLimits;

/** Stands before every page of the console: who is it, may he be here, and did a page of ours send this form. */
@InSection(Section.DOOR)
@ServerFilter("/**")
final class SessionFilter {
    static final String SESSION = "sothon.session";
    private static final String NEW_DOOR = "sothon.new-door";

    private final Sessions sessions;
    private final Visitors visitors;
    private final CallerAddress addresses;
    private final CallLimits limits;

    SessionFilter(Sessions sessions, Visitors visitors, CallerAddress addresses, CallLimits limits) {
        this.sessions = sessions;
        this.visitors = visitors;
        this.addresses = addresses;
        this.limits = limits;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> let(HttpRequest<?> request) {
        Section section = sectionOf(request);
        Cookies.overSecureLine(request, addresses.isSecure(request));
        String token = Cookies.session(request);
        SessionRow session = token == null ? null : sessions.find(token).orElse(null);
        Visitor visitor = session == null || !session.stage().equals(Sessions.Stage.SIGNED_IN.name())
                ? null
                : visitors.of(session).orElse(null);
        String secret = session == null || token == null ? door(request) : token;
        Looking.is(request, visitor, Csrf.of(secret));
        if (session != null) {
            request.setAttribute(SESSION, session);
        }
        HttpResponse<?> elsewhere = elsewhere(request, section, session, visitor);
        count(request, section, visitor);
        if (elsewhere == null && request.getMethod() != HttpMethod.GET && !Csrf.isOurs(request, Csrf.of(secret))) {
            throw new Refusal(HttpStatus.FORBIDDEN, "FORM_EXPIRED");
        }
        return elsewhere;
    }

    /** A page before sign-in needs a cookie too: its form is to be told from a foreign one. */
    @ResponseFilter
    void give(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(NEW_DOOR, String.class).ifPresent(door -> response.cookie(Cookies.door(request, door)));
    }

    private static @Nullable HttpResponse<?> elsewhere(
            HttpRequest<?> request, Section section, @Nullable SessionRow session, @Nullable Visitor visitor) {
        if (section == Section.DOOR) {
            return null;
        }
        if (section == Section.SECOND_FACTOR) {
            return session == null ? Pages.to("/sign-in") : null;
        }
        if (visitor == null) {
            return Pages.to(signIn(request));
        }
        if (!section.opensFor(visitor.role())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        return null;
    }

    /** Everybody has a share of pages; whoever is not known yet, a share of attempts with his address. */
    private void count(HttpRequest<?> request, Section section, @Nullable Visitor visitor) {
        if (section == Section.DOOR || visitor == null) {
            if (request.getMethod() != HttpMethod.GET) {
                limits.nameless(addresses.of(request));
            }
            return;
        }
        limits.page(visitor.personId());
        if (routeOf(request).hasAnnotation(Heavy.class)) {
            limits.heavy(visitor.personId());
        }
    }

    private static String signIn(HttpRequest<?> request) {
        boolean asking =
                request.getMethod() == HttpMethod.GET && !request.getPath().equals("/");
        return asking
                ? "/sign-in?to=" + URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8)
                : "/sign-in";
    }

    private String door(HttpRequest<?> request) {
        String known = Cookies.door(request);
        if (known != null) {
            return known;
        }
        String fresh = sessions.fresh();
        request.setAttribute(NEW_DOOR, fresh);
        return fresh;
    }

    private static Section sectionOf(HttpRequest<?> request) {
        return routeOf(request)
                .enumValue(InSection.class, Section.class)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
    }

    private static AnnotationMetadata routeOf(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(match -> match.getAnnotationMetadata())
                .orElse(AnnotationMetadata.EMPTY_METADATA);
    }
}
