package vn.sothon.client.enrol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Outbox;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.session.Session;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.session.SigningKeys;
import vn.sothon.client.store.Transactions;
import vn.sothon.client.sync.Transport;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Seals;

/** Trades a one-time code for a device. */
public final class Enroller {
    private static final int OK = 200;

    private final Transport transport;
    private final Transactions transactions;
    private final Sessions sessions;
    private final Outbox outbox;
    private final PulledRows rows;
    private final PhoneClock clock;
    private final SigningKeys keys;

    /**
     * Where to enrol, as the QR or the paper says.
     *
     * @param serverId from the QR; absent where the address was typed
     * @param certSha256 the server's own certificate, from the QR
     */
    public record Invitation(String serverUrl, String code, @Nullable UUID serverId, @Nullable String certSha256) {
        /** What a QR of the commune says; empty for any other picture. */
        public static Optional<Invitation> ofQr(String text) {
            try {
                Qr qr = Json.tolerant(text, Qr.class);
                return Optional.of(new Invitation(qr.server(), qr.code(), qr.serverId(), qr.certSha256()));
            } catch (JsonRefused e) {
                return Optional.empty();
            }
        }

        /** What was typed: an address may be given without its beginning. */
        public static Invitation typed(String server, String code) {
            String address = server.trim();
            return new Invitation(address.contains("://") ? address : "https://" + address, code, null, null);
        }
    }

    /** The QR as the server prints it. */
    private record Qr(
            @JsonProperty(value = "server", required = true) String server,
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty("serverId") @Nullable UUID serverId,
            @JsonProperty("certSha256") @Nullable String certSha256) {}

    /** What the console shows of the phone. */
    public record Device(String name, String model, String osVersion, String appVersion) {}

    public Enroller(
            Transport transport,
            Transactions transactions,
            Sessions sessions,
            Outbox outbox,
            PulledRows rows,
            PhoneClock clock,
            SigningKeys keys) {
        this.transport = transport;
        this.transactions = transactions;
        this.sessions = sessions;
        this.outbox = outbox;
        this.rows = rows;
        this.clock = clock;
        this.keys = keys;
    }

    public EnrolOutcome enrol(Invitation invitation, Device device) {
        Transport.Response response;
        try {
            response = transport.send(request(invitation, device));
        } catch (IOException e) {
            return new EnrolOutcome.Unreachable();
        }
        if (response.status() != OK) {
            return refused(response);
        }
        Enrolment.Answer answer;
        try {
            answer = Json.tolerant(response.body(), Enrolment.Answer.class);
        } catch (JsonRefused e) {
            return new EnrolOutcome.NotTheServer();
        }
        if (invitation.serverId() != null && !invitation.serverId().equals(answer.serverId())) {
            return new EnrolOutcome.NotTheServer();
        }
        return begin(Session.begun(invitation.serverUrl(), invitation.certSha256(), answer, clock));
    }

    private EnrolOutcome begin(Session session) {
        Optional<Session> before = sessions.current();
        boolean moves = before.isPresent() && !before.get().serverId().equals(session.serverId());
        if (moves && outbox.size() > 0) {
            return new EnrolOutcome.BelongsElsewhere();
        }
        transactions.atomically(() -> {
            if (before.isPresent()) {
                // Another person or other grants may see other rows.
                rows.wipe();
            }
            sessions.save(session);
        });
        return new EnrolOutcome.Enrolled(session);
    }

    private Transport.Request request(Invitation invitation, Device device) {
        KeyPair pair = keys.pair();
        String code = plain(invitation.code());
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        String proof = Seals.sign(pair.getPrivate(), Seals.enrolBytes(code, publicKey));
        String json = Json.write(new Enrolment.Request(
                code, device.name(), device.model(), device.osVersion(), device.appVersion(), publicKey, proof));
        String url = invitation.serverUrl();
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return new Transport.Request(
                "POST",
                URI.create(base + "/api/v1/devices/enrol"),
                Map.of("Content-Type", "application/json", "Accept", "application/json, application/problem+json"),
                Transport.Body.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** What of a problem matters here. */
    private record Refusal(
            @JsonProperty("serverId") @Nullable UUID serverId, @JsonProperty("code") @Nullable String code) {}

    private static EnrolOutcome refused(Transport.Response response) {
        try {
            Refusal refusal = Json.tolerant(response.body(), Refusal.class);
            return refusal.serverId() == null
                    ? new EnrolOutcome.NotTheServer()
                    : new EnrolOutcome.Refused(response.status(), refusal.code());
        } catch (JsonRefused e) {
            return new EnrolOutcome.NotTheServer();
        }
    }

    /** Ten Crockford characters whatever was typed: no dashes or spaces, capitals, O read as 0, I and L as 1. */
    static String plain(String typed) {
        StringBuilder code = new StringBuilder();
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c == 'O') {
                code.append('0');
            } else if (c == 'I' || c == 'L') {
                code.append('1');
            } else if (Character.isLetterOrDigit(c)) {
                code.append(c);
            }
        }
        return code.toString();
    }
}
