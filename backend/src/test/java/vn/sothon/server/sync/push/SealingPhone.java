package vn.sothon.server.sync.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.ItemTime;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;

/** A phone of a test: it enrols over HTTP, seals what it is told, honest or not, and pushes it. */
public final class SealingPhone {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Uuid7 ids = new Uuid7(System::currentTimeMillis, new SecureRandom());
    private final KeyPair keys;
    private final URI server;
    private final Enrolment.Answer enrolment;

    private SealingPhone(URI server, Enrolment.Answer enrolment, KeyPair keys) {
        this.server = server;
        this.enrolment = enrolment;
        this.keys = keys;
    }

    public static SealingPhone enrol(URI server, String code) throws Exception {
        KeyPair keys = newKeys();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        Enrolment.Request request = new Enrolment.Request(
                code,
                "test",
                null,
                null,
                null,
                publicKey,
                Seals.sign(keys.getPrivate(), Seals.enrolBytes(code, publicKey)));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/api/v1/devices/enrol"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(Json.write(request)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("enrolment answered " + answer.statusCode() + " " + answer.body());
        }
        return new SealingPhone(server, Json.tolerant(answer.body(), Enrolment.Answer.class), keys);
    }

    /** The same phone at another address, as after its server has started anew. */
    public SealingPhone at(URI address) {
        return new SealingPhone(address, enrolment, keys);
    }

    public String keyId() {
        return Seals.keyId(keys.getPublic());
    }

    public Enrolment.Answer enrolment() {
        return enrolment;
    }

    /** Everything about an item that a test may bend before it is sealed. */
    public static final class Draft {
        public UUID id;
        public RecordKind kind = RecordKind.LOAN_USE_CHECK;
        public ActingRole role;

        @Nullable
        public UUID corrects;

        @Nullable
        public UUID visitId;

        @Nullable
        public UUID loanId;

        @Nullable
        public String loanNumber;

        @Nullable
        public String groupCode;

        @Nullable
        public UUID planTaskId;

        @Nullable
        public String reason;

        @Nullable
        public Position position;

        public String communeCode;

        @Nullable
        public String villageCode;

        public Instant wall = Instant.now();
        public List<AttachmentRef> attachments = List.of();
        public Payload payload = properCheck(50_000_000);
        public UnaryOperator<ObjectNode> bendHead = head -> head;

        Draft(UUID id, ActingRole role, String communeCode) {
            this.id = id;
            this.role = role;
            this.communeCode = communeCode;
        }
    }

    public Draft draft(ActingRole role, String communeCode) {
        return new Draft(ids.next(), role, communeCode);
    }

    public static LoanUseCheck properCheck(long amount) {
        return check(amount, amount, List.of());
    }

    public static LoanUseCheck check(long received, long proper, List<Finding> findings) {
        return new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                null,
                List.of(),
                null,
                received,
                received,
                "cows",
                proper,
                received - proper,
                null,
                0L,
                null,
                null,
                findings,
                null,
                List.of());
    }

    public SealedItem seal(Draft draft) {
        ItemBody body = new ItemBody(
                "0123456789abcdef0123456789abcdef",
                draft.groupCode,
                draft.loanId,
                draft.loanNumber,
                draft.position,
                draft.planTaskId,
                draft.reason,
                null,
                draft.attachments,
                Json.tree(draft.payload));
        return seal(draft, Json.write(body));
    }

    public SealedItem seal(Draft draft, String body) {
        ItemHead head = new ItemHead(
                1,
                draft.id,
                draft.kind.name(),
                1,
                enrolment.serverId(),
                enrolment.person().id(),
                draft.role,
                keyId(),
                draft.corrects,
                draft.visitId,
                draft.communeCode,
                draft.villageCode,
                new ItemTime(draft.wall.truncatedTo(ChronoUnit.MILLIS), 1000, 1, null),
                Seals.sha256(body));
        String headText = Json.write(draft.bendHead.apply((ObjectNode) Json.tree(head)));
        return new SealedItem(headText, body, Seals.sign(keys.getPrivate(), Seals.signedBytes(headText)));
    }

    public Push.Answer push(SealedItem... items) throws Exception {
        HttpResponse<String> answer = post(Json.write(Map.of("items", items)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("push answered " + answer.statusCode() + " " + answer.body());
        }
        return Json.tolerant(answer.body(), Push.Answer.class);
    }

    public HttpResponse<String> post(String body) throws Exception {
        return post(HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> post(HttpRequest.BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/sync/push"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + enrolment.token())
                .POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
