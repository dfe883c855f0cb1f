package vn.sothon.server.platform.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.db.CommitUnknown;
import vn.sothon.server.platform.db.WriterBusy;

/** Turns whatever ends a call into a problem. Exception texts stay in the log. */
@Controller("/api/v1/problems")
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String CODE = "sothon.problem";
    /** Longer than a UUID: nothing else in our paths is. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{40,}");

    private final ServerName name;
    private final BeanProvider<ErrorPages> pages;

    Problems(ServerName name, BeanProvider<ErrorPages> pages) {
        this.name = name;
        this.pages = pages;
    }

    @Error(global = true)
    HttpResponse<String> any(HttpRequest<?> request, Throwable thrown) {
        return forReader(request, problem(request, thrown));
    }

    private HttpResponse<String> problem(HttpRequest<?> request, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Refusal refusal) {
            return answer(refusal.status(), refusal.code(), refusal.field(), refusal.retryAfterSeconds(), refusal);
        }
        if (cause instanceof JsonRefused refused) {
            return answer(HttpStatus.BAD_REQUEST, refused.code(), refused.field(), null, null);
        }
        if (cause instanceof WriterBusy) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "BUSY", null, jittered(), null);
        }
        if (cause instanceof CommitUnknown) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "COMMIT_UNKNOWN", null, jittered(), null);
        }
        if (cause instanceof ContentLengthExceededException) {
            return answer(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", null, null, null);
        }
        if (cause instanceof HttpStatusException status) {
            return answer(status.getStatus(), status.getStatus().name(), null, null, null);
        }
        if (cause instanceof UnsatisfiedRouteException route) {
            return answer(
                    HttpStatus.BAD_REQUEST, "REQUIRED", route.getArgument().getName(), null, null);
        }
        if (cause instanceof ConversionErrorException conversion) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    "MALFORMED",
                    conversion.getArgument().getName(),
                    null,
                    null);
        }
        if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
            LOG.debug("the caller of {} went away", request.getPath());
            return answer(HttpStatus.BAD_REQUEST, "BODY_CUT", null, null, null);
        }
        LOG.error("{} {} failed", request.getMethodName(), forLog(request.getPath()), cause);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", null, null, null);
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<String> notFound(HttpRequest<?> request) {
        return forReader(request, answer(HttpStatus.NOT_FOUND, "NOT_FOUND", null, null, null));
    }

    @Error(global = true, status = HttpStatus.METHOD_NOT_ALLOWED)
    HttpResponse<String> methodNotAllowed(HttpRequest<?> request) {
        return forReader(request, answer(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", null, null, null));
    }

    @Error(global = true, status = HttpStatus.UNSUPPORTED_MEDIA_TYPE)
    HttpResponse<String> unsupportedMediaType(HttpRequest<?> request) {
        return forReader(
                request, answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", null, null, null));
    }

    /** Under {@code /api} there are programs; elsewhere a browser is given a page. */
    private HttpResponse<String> forReader(HttpRequest<?> request, HttpResponse<String> problem) {
        boolean browser = !request.getPath().startsWith("/api/")
                && request.getHeaders().accept().contains(MediaType.TEXT_HTML_TYPE);
        if (!browser || !pages.isPresent()) {
            return problem;
        }
        String code = problem.getAttribute(CODE, String.class).orElse("");
        try {
            MutableHttpResponse<String> page = pages.get().page(request, problem.getStatus(), code);
            problem.getHeaders().findFirst("Retry-After").ifPresent(after -> page.header("Retry-After", after));
            return page;
        } catch (RuntimeException e) {
            // A page about a failure that fails itself would be asked for again, without end.
            LOG.error("the page about a failure could not be made", e);
            return problem;
        }
    }

    private HttpResponse<String> answer(
            HttpStatus status,
            String code,
            @Nullable String field,
            @Nullable Integer retryAfter,
            @Nullable Refusal refusal) {
        Problem problem = new Problem(
                "about:blank",
                status.getReason(),
                status.getCode(),
                code,
                field,
                name.serverId(),
                name.epoch(),
                refusal == null ? null : refusal.deviceId());
        MutableHttpResponse<String> response = HttpResponse.<String>status(status)
                .body(Json.write(problem))
                .header("Content-Type", Problem.MEDIA_TYPE);
        response.setAttribute(CODE, code);
        if (retryAfter != null) {
            response.header("Retry-After", String.valueOf(retryAfter));
        }
        return response;
    }

    /** A path without the secrets of links that work once. */
    static String forLog(String path) {
        return SECRET.matcher(path).replaceAll("*");
    }

    private static int jittered() {
        return 1 + ThreadLocalRandom.current().nextInt(5);
    }
}
