package vn.sothon.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.app.RunningServer;

/** A phone of tests: a key, a line to a server, and the token it was given. */
public final class Phone {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final KeyPair keys;
    private Enrolment.@Nullable Answer enrolled;

    public Phone(RunningServer server) {
        this.server = server.address();
        this.keys = newKeys();
    }

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyPair keys() {
        return keys;
    }

    public String keyId() {
        return Seals.keyId(keys.getPublic());
    }

    public Enrolment.Request request(String code) {
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        String proof = Seals.sign(keys.getPrivate(), Seals.enrolBytes(code, key));
        return new Enrolment.Request(code, "phone of tests", "T1", "14", "0.1.0", key, proof);
    }

    public HttpResponse<String> tryEnrol(String code) {
        return post("/api/v1/devices/enrol", Json.write(request(code)));
    }

    /** Enrols and keeps the token. */
    public Enrolment.Answer enrol(String code) {
        HttpResponse<String> response = tryEnrol(code);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        try {
            Enrolment.Answer answer = Json.tolerant(response.body(), Enrolment.Answer.class);
            enrolled = answer;
            return answer;
        } catch (JsonRefused e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** A call with what the phone says of itself. */
    public HttpResponse<String> get(String path, String unsent, String appVersion) {
        return send(to(path).header("Sothon-Unsent", unsent)
                .header("Sothon-App", appVersion)
                .GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(to(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(to(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json");
        if (enrolled != null) {
            request.header("Authorization", "Bearer " + enrolled.token());
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
