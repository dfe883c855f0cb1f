package vn.sothon.client.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.session.Session;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.sync.Trouble.Kind;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/**
 * Calls to the one server this phone belongs to. Every answer must name that server; one that does not is worth
 * nothing, whatever its status.
 */
final class ServerCalls {
    static final String SERVER_ID = "sothon-server-id";
    static final String EPOCH = "sothon-epoch";
    /** What a phone says of itself with each call, so that the office knows what lies on it. */
    static final String UNSENT = "sothon-unsent";

    static final String APP = "sothon-app";

    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int BUSY = 503;

    private final Transport transport;
    private final Sessions sessions;
    private final PulledRows rows;
    private final PhoneClock clock;
    private final Outbox outbox;
    private final String appVersion;

    ServerCalls(
            Transport transport,
            Sessions sessions,
            PulledRows rows,
            PhoneClock clock,
            Outbox outbox,
            String appVersion) {
        this.transport = transport;
        this.sessions = sessions;
        this.rows = rows;
        this.clock = clock;
        this.outbox = outbox;
        this.appVersion = appVersion;
    }

    /** What any JSON answer of the API says about its sender; a problem has code and device too. */
    private record Envelope(
            @JsonProperty("serverId") @Nullable UUID serverId,
            @JsonProperty("epoch") @Nullable Long epoch,
            @JsonProperty("serverTime") @Nullable Instant serverTime,
            @JsonProperty("code") @Nullable String code,
            @JsonProperty("deviceId") @Nullable UUID deviceId) {
        static final Envelope NONE = new Envelope(null, null, null, null, null);
    }

    /** The JSON of a 200 of our server. */
    <T> T get(String path, Class<T> answer) throws Trouble.Met {
        return read(exchange("GET", path, Map.of(), null), answer);
    }

    <T> T post(String path, String json, Map<String, String> headers, Class<T> answer) throws Trouble.Met {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return read(exchange("POST", path, all, Transport.Body.of(json.getBytes(StandardCharsets.UTF_8))), answer);
    }

    /**
     * An exchange outside JSON, where the server names itself in headers. Answers of our server come back whatever their
     * status, except those that concern the whole contact.
     */
    Transport.Response raw(String method, String path, Map<String, String> headers, Transport.@Nullable Body body)
            throws Trouble.Met {
        Transport.Response response = exchange(method, path, headers, body);
        int status = response.status();
        if (status == UNAUTHORISED || status == TOO_MANY || status >= SERVER_ERROR) {
            throw trouble(response, envelope(response));
        }
        Session session = session();
        UUID named = uuid(response.header(SERVER_ID));
        UUID serverId = named != null ? named : envelope(response).serverId();
        if (!session.serverId().equals(serverId)) {
            throw new Trouble.Met(Trouble.of(Kind.NOT_OUR_SERVER, status));
        }
        Long epoch = number(response.header(EPOCH));
        if (epoch != null) {
            heard(session, epoch, null);
        }
        return response;
    }

    Session session() {
        return sessions.current().orElseThrow(() -> new IllegalStateException("not enrolled"));
    }

    private Transport.Response exchange(
            String method, String path, Map<String, String> headers, Transport.@Nullable Body body) throws Trouble.Met {
        Session session = session();
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + session.token());
        all.put(UNSENT, Integer.toString(outbox.size()));
        if (!appVersion.isEmpty()) {
            all.put(APP, appVersion);
        }
        all.put("Accept", "application/json, application/problem+json");
        try {
            return transport.send(new Transport.Request(method, uri(session.serverUrl(), path), all, body));
        } catch (IOException e) {
            throw new Trouble.Met(Trouble.of(Kind.UNREACHABLE, 0));
        }
    }

    private <T> T read(Transport.Response response, Class<T> type) throws Trouble.Met {
        Envelope envelope = envelope(response);
        if (response.status() != OK) {
            throw trouble(response, envelope);
        }
        Session session = session();
        if (!session.serverId().equals(envelope.serverId())) {
            throw new Trouble.Met(Trouble.of(Kind.NOT_OUR_SERVER, OK));
        }
        try {
            T answer = Json.tolerant(response.body(), type);
            if (envelope.epoch() != null) {
                heard(session, envelope.epoch(), envelope.serverTime());
            }
            return answer;
        } catch (JsonRefused e) {
            throw new Trouble.Met(Trouble.of(Kind.NOT_UNDERSTOOD, OK));
        }
    }

    /** Another epoch means that the database may have gone back: what was pulled must be pulled again. */
    private void heard(Session session, long epoch, @Nullable Instant serverTime) {
        if (epoch != session.epoch()) {
            rows.startAgain();
        }
        sessions.save(session.heard(epoch, serverTime, clock));
    }

    private Trouble.Met trouble(Transport.Response response, Envelope envelope) {
        int status = response.status();
        Session session = session();
        boolean ours = session.serverId().equals(envelope.serverId());
        String code = ours ? envelope.code() : null;
        Integer after = seconds(response.header("retry-after"));
        if (status == UNAUTHORISED) {
            boolean revoked =
                    ours && "DEVICE_REVOKED".equals(code) && session.deviceId().equals(envelope.deviceId());
            Kind kind = revoked ? Kind.REVOKED : ours ? Kind.UNAUTHORISED : Kind.NOT_OUR_SERVER;
            return new Trouble.Met(new Trouble(kind, status, code, after));
        }
        // These three may come from a gateway in between; they mark nothing, so it need not be told apart.
        if (status == TOO_LARGE) {
            return new Trouble.Met(new Trouble(Kind.TOO_LARGE, status, code, after));
        }
        if (status == BUSY || status == TOO_MANY) {
            return new Trouble.Met(new Trouble(Kind.BUSY, status, code, after));
        }
        if (status >= SERVER_ERROR) {
            return new Trouble.Met(new Trouble(Kind.SERVER_ERROR, status, code, after));
        }
        return new Trouble.Met(new Trouble(ours ? Kind.REFUSED : Kind.NOT_OUR_SERVER, status, code, after));
    }

    private static Envelope envelope(Transport.Response response) {
        try {
            return Json.tolerant(response.body(), Envelope.class);
        } catch (JsonRefused e) {
            return Envelope.NONE;
        }
    }

    /** The address of a path of the API; whatever host an answer names, the token goes only to the server's own. */
    static URI uri(String serverUrl, String path) {
        String base = serverUrl.endsWith("/") ? serverUrl.substring(0, serverUrl.length() - 1) : serverUrl;
        return URI.create(base + path);
    }

    private static @Nullable Integer seconds(@Nullable String text) {
        Long seconds = number(text);
        return seconds == null || seconds < 0 ? null : (int) Math.min(seconds, Integer.MAX_VALUE);
    }

    static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text.trim());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
