package vn.sothon.server.console.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.sothon.model.sync.Seals;

/** The files pages name: these and no others, wherever they lie on the class path. Read when first asked for. */
@Singleton
public final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, Source> SOURCES = Map.of(
            "bootstrap.css", new Source(WEBJARS + "bootstrap/5.3.8/css/bootstrap.min.css", "text/css"),
            "bootstrap-icons.css",
                    new Source(WEBJARS + "bootstrap-icons/1.13.1/font/bootstrap-icons.min.css", "text/css"),
            "fonts/bootstrap-icons.woff2",
                    new Source(WEBJARS + "bootstrap-icons/1.13.1/font/fonts/bootstrap-icons.woff2", "font/woff2"),
            "htmx.js", new Source(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", "text/javascript"),
            "chart.js", new Source(WEBJARS + "chart.js/4.5.1/dist/chart.umd.min.js", "text/javascript"),
            "theme.js", new Source("/console/assets/theme.js", "text/javascript"),
            "trend.js", new Source("/console/assets/trend.js", "text/javascript"),
            "sothon.js", new Source("/console/assets/sothon.js", "text/javascript"),
            "sothon.css", new Source("/console/assets/sothon.css", "text/css"),
            "sothon.svg", new Source("/console/assets/sothon.svg", "image/svg+xml"));

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    private record Source(String resource, String type) {}

    /** A file in memory, with the mark of its content. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    public record Asset(byte[] bytes, String type, String mark) {}

    /** The address of a file; it changes with the content, so that browsers may keep it for ever. */
    public String url(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("no asset is called " + name));
        return "/assets/" + name + "?" + asset.mark();
    }

    Optional<Asset> find(String name) {
        Source source = SOURCES.get(name);
        return source == null ? Optional.empty() : Optional.of(read.computeIfAbsent(name, key -> read(source)));
    }

    static Iterable<String> names() {
        return SOURCES.keySet();
    }

    private static Asset read(Source source) {
        try (InputStream in = Assets.class.getResourceAsStream(source.resource())) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + source.resource());
            }
            byte[] bytes = in.readAllBytes();
            return new Asset(bytes, source.type(), Seals.sha256(bytes).substring(0, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
