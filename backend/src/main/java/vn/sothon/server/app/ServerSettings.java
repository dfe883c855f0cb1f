package vn.sothon.server.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.http.CallerAddress;

/**
 * What a server is started with.
 *
 * @param folder where files lie, and the embedded database unless {@code db} names another
 * @param db {@code jdbc:postgresql://…}; absent: SQLite in the folder
 * @param port 0 takes a free one
 * @param apk the app for phones, to be handed out; absent: this server has none
 * @param firebaseKey the key of a Firebase project's service account; absent: alerts come by pulling alone
 * @param proxies ranges of addresses of the proxies before it, whose word on where a call comes from is believed
 */
public record ServerSettings(
        Path folder,
        @Nullable String db,
        @Nullable String dbUser,
        @Nullable String dbPassword,
        String host,
        int port,
        boolean tls,
        @Nullable Path apk,
        @Nullable Path firebaseKey,
        List<String> proxies) {

    private static final String ERROR_DETAIL = "logServerErrorDetail";

    public ServerSettings {
        proxies = List.copyOf(proxies);
    }

    public ServerSettings(
            Path folder,
            @Nullable String db,
            @Nullable String dbUser,
            @Nullable String dbPassword,
            String host,
            int port,
            boolean tls) {
        this(folder, db, dbUser, dbPassword, host, port, tls, null, null, List.of());
    }

    ServerSettings withApk(@Nullable Path file) {
        return new ServerSettings(folder, db, dbUser, dbPassword, host, port, tls, file, firebaseKey, proxies);
    }

    public ServerSettings withFirebase(@Nullable Path key) {
        return new ServerSettings(folder, db, dbUser, dbPassword, host, port, tls, apk, key, proxies);
    }

    public ServerSettings withProxies(List<String> ranges) {
        return new ServerSettings(folder, db, dbUser, dbPassword, host, port, tls, apk, firebaseKey, ranges);
    }

    /** PostgreSQL tells the row that was refused, names and all; that is not for a log. */
    private static String discreet(String url) {
        return url.contains(ERROR_DETAIL) ? url : url + (url.contains("?") ? "&" : "?") + ERROR_DETAIL + "=false";
    }

    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        boolean sqlite = db == null;
        properties.put("sothon.folder", folder.toAbsolutePath().toString());
        properties.put(
                "sothon.db.url",
                db == null ? "jdbc:sqlite:" + folder.resolve("sothon.db").toAbsolutePath() : discreet(db));
        properties.put("sothon.db.driver", sqlite ? "org.sqlite.JDBC" : "org.postgresql.Driver");
        if (dbUser != null) {
            properties.put("sothon.db.username", dbUser);
        }
        if (dbPassword != null) {
            properties.put("sothon.db.password", dbPassword);
        }
        if (apk != null) {
            properties.put(AppDownload.FILE, apk.toAbsolutePath().toString());
        }
        properties.put("sothon.host", host);
        properties.put("sothon.port", port == 0 ? -1 : port);
        if (firebaseKey != null) {
            properties.put("sothon.firebase.key", firebaseKey.toAbsolutePath().toString());
        }
        if (!proxies.isEmpty()) {
            properties.put(CallerAddress.PROXIES, String.join(",", proxies));
        }
        return properties;
    }
}
