package vn.sothon.server.alert.delivery;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.BatchResponse;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.MessagingErrorCode;
import com.google.firebase.messaging.SendResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.platform.clock.ServerClock;

/** Firebase Cloud Messaging. The library is touched with the first message, not before. */
@Singleton
final class FirebaseSender implements PushSender {
    private static final Logger LOG = LoggerFactory.getLogger(FirebaseSender.class);
    private static final long KEPT_MILLIS = Duration.ofDays(1).toMillis();
    private static final Duration KEY_UNUSABLE = Duration.ofMinutes(10);

    private final FirebaseSettings settings;
    private final ServerClock clock;
    private @Nullable FirebaseApp app;

    FirebaseSender(FirebaseSettings settings, ServerClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<PushOutcome> send(List<Push> pushes) {
        FirebaseMessaging messaging;
        try {
            messaging = FirebaseMessaging.getInstance(app());
        } catch (IOException | RuntimeException e) {
            LOG.error("the key of the Firebase project cannot be used", e);
            return pushes.stream()
                    .map(push -> later("KEY_UNUSABLE", KEY_UNUSABLE))
                    .toList();
        }
        try {
            BatchResponse answers = messaging.sendEach(
                    pushes.stream().map(FirebaseSender::message).toList());
            return answers.getResponses().stream().map(this::outcome).toList();
        } catch (FirebaseMessagingException e) {
            return pushes.stream().map(push -> failed(e)).toList();
        }
    }

    @SuppressWarnings("deprecation") // the field takes tokens and installation ids, and phones give out either
    private static Message message(Push push) {
        return Message.builder()
                .setToken(push.token())
                .putData("kind", push.kind())
                .putData("id", push.id().toString())
                .setAndroidConfig(AndroidConfig.builder()
                        .setPriority(push.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL)
                        .setTtl(KEPT_MILLIS)
                        .build())
                .build();
    }

    private PushOutcome outcome(SendResponse answer) {
        return answer.isSuccessful() ? new PushOutcome.Sent() : failed(answer.getException());
    }

    private PushOutcome failed(FirebaseMessagingException failure) {
        MessagingErrorCode code = failure.getMessagingErrorCode();
        String name = code == null ? failure.getErrorCode().name() : code.name();
        if (code == MessagingErrorCode.UNREGISTERED || code == MessagingErrorCode.SENDER_ID_MISMATCH) {
            return new PushOutcome.Unregistered();
        }
        if (code == MessagingErrorCode.INVALID_ARGUMENT) {
            return new PushOutcome.Refused(name);
        }
        // The library does not wait out a 429: what the header asks for is read here.
        return new PushOutcome.Later(name, retryAfter(failure.getHttpResponse()));
    }

    private @Nullable Duration retryAfter(@Nullable IncomingHttpResponse response) {
        if (response == null) {
            return null;
        }
        for (Map.Entry<String, Object> header : response.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase("Retry-After")) {
                Object value = header.getValue();
                return duration(value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value);
            }
        }
        return null;
    }

    /** Seconds, or a day and time. */
    private @Nullable Duration duration(@Nullable Object value) {
        String text = String.valueOf(value).trim();
        try {
            if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Math.min(Long.parseLong(text), 86_400));
            }
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.now(), until);
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }

    private static PushOutcome later(String code, Duration after) {
        return new PushOutcome.Later(code, after);
    }

    private synchronized FirebaseApp app() throws IOException {
        FirebaseApp made = app;
        if (made == null) {
            // Each sender its own: two servers in one process have two projects.
            made = FirebaseApp.initializeApp(options(), "sothon-" + UUID.randomUUID());
            app = made;
        }
        return made;
    }

    private FirebaseOptions options() throws IOException {
        FirebaseOptions.Builder options = FirebaseOptions.builder()
                .setConnectTimeout(settings.timeoutMillis())
                .setReadTimeout(settings.timeoutMillis());
        NetHttpTransport.Builder transport = new NetHttpTransport.Builder();
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            transport.setConnectionFactory(url ->
                    (HttpURLConnection) endpoint.resolve(url.getFile()).toURL().openConnection());
        }
        NetHttpTransport http = transport.build();
        try (InputStream key = Files.newInputStream(settings.key())) {
            return options.setCredentials(GoogleCredentials.fromStream(key, () -> http))
                    .setHttpTransport(http)
                    .build();
        }
    }

    @PreDestroy
    synchronized void close() {
        if (app != null) {
            app.delete();
            app = null;
        }
    }
}
