package vn.sothon.server.console.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.org.AreaLookup;

/** Answers with pages: a template and the value it shows, inside the frame all pages share. */
@Singleton
public final class Pages {
    private final Templates templates;
    private final Texts texts;
    private final Assets assets;
    private final AreaLookup areas;

    Pages(Templates templates, Texts texts, Assets assets, AreaLookup areas) {
        this.templates = templates;
        this.texts = texts;
        this.assets = assets;
        this.areas = areas;
    }

    /**
     * The frame of a page; templates know it as {@code page}.
     *
     * @param path where this page is, without what is asked of it
     * @param done key of the sentence that says what was just done, if something was
     */
    public record Frame(
            @Nullable Visitor visitor,
            String place,
            List<Section> navigation,
            String path,
            String language,
            String csrf,
            Assets assets,
            @Nullable String done) {

        /** Whether the page lies in that section. */
        public boolean isIn(Section section) {
            return section == Section.HOME
                    ? path.equals("/")
                    : path.equals(section.path()) || path.startsWith(section.path() + "/");
        }
    }

    /**
     * A page.
     *
     * @param template under {@code console/views}, without its ending
     * @param it what the template knows as {@code it}; a public record
     */
    public HttpResponse<String> show(HttpRequest<?> request, String template, Object it) {
        return show(request, HttpStatus.OK, template, it);
    }

    /** The same page again with what is wrong in its form. */
    public HttpResponse<String> refuse(HttpRequest<?> request, String template, Object it) {
        return show(request, HttpStatus.UNPROCESSABLE_ENTITY, template, it);
    }

    /** Controllers throw a {@code Refusal} instead: an answer of 404 made by one would be asked for without end. */
    MutableHttpResponse<String> show(HttpRequest<?> request, HttpStatus status, String template, Object it) {
        Locale locale = Looking.locale(request);
        Visitor visitor = Looking.visitor(request).orElse(null);
        Frame frame = new Frame(
                visitor,
                visitor == null ? "" : placeOf(visitor),
                visitor == null ? List.of() : Section.navigation(visitor.role()),
                request.getPath(),
                locale.getLanguage(),
                Looking.csrf(request),
                assets,
                done(request, locale));
        String html = templates.fill(template, locale, Map.of("page", frame, "it", it, "fmt", new Formats(locale)));
        return guarded(HttpResponse.<String>status(status)
                .body(FaultNames.fill(html))
                .contentType("text/html; charset=utf-8")
                .header("Content-Language", locale.getLanguage()));
    }

    /** Back to a page, with a sentence that says what was done. */
    public static HttpResponse<String> done(String path, String key) {
        String mark = path.contains("?") ? "&" : "?";
        return to(path + mark + "done=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    public static MutableHttpResponse<String> to(String path) {
        return guarded(HttpResponse.seeOther(URI.create(path)));
    }

    /** Nothing of the console is kept by browsers or proxies, framed, or filled with foreign script. */
    static MutableHttpResponse<String> guarded(MutableHttpResponse<String> response) {
        return response.header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    }

    private String placeOf(Visitor visitor) {
        return areas.find(visitor.areaCode()).map(area -> area.name()).orElse("");
    }

    private @Nullable String done(HttpRequest<?> request, Locale locale) {
        return request.getParameters()
                .getFirst("done")
                .filter(key -> key.startsWith("done."))
                .flatMap(key -> texts.find(locale, key))
                .orElse(null);
    }
}
