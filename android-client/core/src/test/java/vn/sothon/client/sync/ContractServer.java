package vn.sothon.client.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;

/**
 * The server's side of the contract in memory, as strict about bytes as it needs to be, and a network that misbehaves on
 * request.
 */
public final class ContractServer implements Transport {
    public static final String URL = "http://server.test:8080";
    private static final int JSON_BODY_LIMIT = Push.MAX_BYTES;

    /** What the network does with one exchange. */
    public interface Fault {
        Response meet(Request request, ContractServer server) throws IOException;
    }

    private static final class Upload {
        final String sha256;
        final long length;
        byte[] bytes = new byte[0];

        Upload(String sha256, long length) {
            this.sha256 = sha256;
            this.length = length;
        }
    }

    private record FeedRow(long seq, Pull.@Nullable Change change, Pull.@Nullable Removed removed) {}

    private final Map<UUID, SealedItem> stored = new LinkedHashMap<>();
    private final Map<UUID, Integer> arrivals = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Upload> uploads = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<UUID, Result> verdicts = new HashMap<>();
    private final Map<String, FeedRow> feed = new LinkedHashMap<>();
    private final Set<String> reading = new HashSet<>();
    private final List<Request> requests = new ArrayList<>();
    private final UUID deviceId = UUID.randomUUID();

    public UUID serverId = UUID.randomUUID();
    public long epoch = 1;
    public Instant time = Instant.parse("2026-02-05T00:00:00Z");
    public int pageSize = 100;
    public long patchLimit = Long.MAX_VALUE;
    public Predicate<SealedItem> poison = item -> false;
    public List<Push.Receipt> receipts = List.of();
    public @Nullable String revokedAnswerForPull;
    private final List<String> pushTokens = new ArrayList<>();
    private long seq;

    /** Another server under the same address. */
    public static ContractServer another() {
        return new ContractServer();
    }

    public void next(Fault fault) {
        faults.add(fault);
    }

    /** The server acts, the answer is lost. */
    public void dropNextReply() {
        next((request, server) -> {
            Response ignored = server.answer(request);
            throw new IOException("reset after " + ignored.status());
        });
    }

    public void cutNext() {
        next((request, server) -> {
            throw new IOException("no route");
        });
    }

    public void answerNext(int status, String contentType, String body) {
        next((request, server) -> new Response(status, Map.of("content-type", contentType), body));
    }

    public void judge(UUID id, Result verdict) {
        verdicts.put(id, verdict);
    }

    public void publish(String type, String id, long version, Object data) {
        feed.put(type + "/" + id, new FeedRow(++seq, new Pull.Change(type, id, version, Json.tree(data)), null));
    }

    public void remove(String type, String id) {
        feed.put(type + "/" + id, new FeedRow(++seq, null, new Pull.Removed(type, id, null)));
    }

    /** Forgets all begun uploads, as after their expiry. */
    public void expireUploads() {
        uploads.clear();
    }

    public Map<UUID, SealedItem> stored() {
        return stored;
    }

    public int arrivals(UUID id) {
        return arrivals.getOrDefault(id, 0);
    }

    public Map<String, byte[]> files() {
        return files;
    }

    /** The bodies of what phones told about their push tokens. */
    public List<String> pushTokens() {
        return pushTokens;
    }

    public List<Request> requests() {
        return requests;
    }

    public long count(String method) {
        return requests.stream().filter(r -> r.method().equals(method)).count();
    }

    public Enrolment.Answer enrolment() {
        return new Enrolment.Answer(
                serverId,
                epoch,
                deviceId,
                "token",
                new Enrolment.PersonView(UUID.nameUUIDFromBytes(new byte[] {1}), "Person"),
                List.of(new Enrolment.Grant(
                        ActingRole.VILLAGE_HEAD,
                        "00010101",
                        null,
                        null,
                        java.time.LocalDate.parse("2026-01-01"),
                        null)),
                time,
                null,
                null);
    }

    @Override
    public Response send(Request request) throws IOException {
        requests.add(request);
        Fault fault = faults.poll();
        return fault == null ? answer(request) : fault.meet(request, this);
    }

    /** What an undisturbed exchange answers. */
    public Response answer(Request request) throws IOException {
        byte[] body = bytes(request.body());
        String path = request.uri().getPath();
        if (path.equals("/api/v1/devices/enrol")) {
            return json(200, enrolment());
        }
        if (!"Bearer token".equals(request.headers().get("Authorization"))) {
            return problem(401, "UNAUTHORISED");
        }
        if (path.equals("/api/v1/sync/push")) {
            return push(body);
        }
        if (path.equals("/api/v1/sync/pull")) {
            return revokedAnswerForPull == null
                    ? pull(request.uri().getQuery())
                    : new Response(401, Map.of(), revokedAnswerForPull);
        }
        if (path.equals("/api/v1/sync/digest")) {
            return json(200, digest());
        }
        if (path.equals("/api/v1/devices/me/push-token")) {
            pushTokens.add(new String(body, StandardCharsets.UTF_8));
            return tusAnswer(204, Map.of());
        }
        if (path.startsWith("/api/v1/attachments")) {
            return tus(request, path, body);
        }
        return problem(404, "NOT_FOUND");
    }

    public Response problem(int status, String code) {
        return new Response(
                status,
                Map.of("content-type", "application/problem+json"),
                "{\"status\":" + status + ",\"code\":\"" + code + "\",\"serverId\":\"" + serverId + "\",\"epoch\":"
                        + epoch + "}");
    }

    public String revocation(UUID server, UUID device) {
        return "{\"code\":\"DEVICE_REVOKED\",\"serverId\":\"" + server + "\",\"deviceId\":\"" + device + "\"}";
    }

    public UUID deviceId() {
        return deviceId;
    }

    private Response push(byte[] body) {
        if (body.length > JSON_BODY_LIMIT) {
            return problem(413, "TOO_LARGE");
        }
        try {
            Push.Request push = Json.tolerant(new String(body, StandardCharsets.UTF_8), Push.Request.class);
            if (push.items().size() > Push.MAX_ITEMS) {
                return problem(413, "TOO_LARGE");
            }
            List<SealedItem> items = new ArrayList<>();
            for (JsonNode item : push.items()) {
                items.add(Json.tolerant(item, SealedItem.class));
            }
            if (items.stream().anyMatch(poison)) {
                return problem(500, "UNEXPECTED");
            }
            List<Result> results = new ArrayList<>();
            for (SealedItem item : items) {
                results.add(judge(item));
            }
            return json(200, new Push.Answer(serverId, epoch, time, results, receipts));
        } catch (JsonRefused e) {
            return problem(400, e.code());
        }
    }

    private Result judge(SealedItem item) throws JsonRefused {
        UUID id = ReadItem.head(item.head()).id();
        arrivals.merge(id, 1, Integer::sum);
        Result told = verdicts.get(id);
        if (told != null) {
            return told;
        }
        boolean known = stored.putIfAbsent(id, item) != null;
        List<String> missing = ReadItem.body(item.body()).attachments().stream()
                .map(AttachmentRef::sha256)
                .filter(hash -> !files.containsKey(hash))
                .toList();
        return new Result(
                id,
                known ? Verdict.DUPLICATE : Verdict.ACCEPTED,
                known ? "ACCEPTED" : null,
                List.of(),
                missing,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private Response pull(String query) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            asked.put(pair.substring(0, at), pair.substring(at + 1));
        }
        String cursor = asked.get("cursor");
        if (cursor != null && !cursor.startsWith(epoch + ":")) {
            return json(200, new Pull.Answer(serverId, epoch, time, List.of(), List.of(), epoch + ":0", true, true));
        }
        long after = cursor == null ? 0 : Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
        List<FeedRow> rows = feed.values().stream()
                .filter(row -> row.seq() > after)
                .sorted(java.util.Comparator.comparingLong(FeedRow::seq))
                .toList();
        List<FeedRow> page = rows.subList(0, Math.min(pageSize, rows.size()));
        List<Pull.Change> changes = new ArrayList<>();
        List<Pull.Removed> removed = new ArrayList<>();
        long last = after;
        for (FeedRow row : page) {
            last = row.seq();
            if (row.change() != null) {
                SealedItem content = content(row.change());
                if (content != null && (cursor == null || reading.contains(cursor))) {
                    changes.add(new Pull.Change("record", row.change().id(), Pull.CONTENT_VERSION, Json.tree(content)));
                }
                changes.add(row.change());
            }
            if (row.removed() != null) {
                removed.add(row.removed());
                if (row.removed().type().equals("recordStatus")) {
                    removed.add(new Pull.Removed("record", row.removed().id(), null));
                }
            }
        }
        String nextCursor = epoch + ":" + last;
        if (cursor == null || reading.contains(cursor)) {
            if (page.size() < rows.size()) {
                reading.add(nextCursor);
            }
        }
        return json(
                200,
                new Pull.Answer(serverId, epoch, time, changes, removed, nextCursor, page.size() < rows.size(), null));
    }

    /** The sealed bytes of which a row tells the status. */
    private @Nullable SealedItem content(Pull.Change change) {
        return change.type().equals("recordStatus") ? stored.get(UUID.fromString(change.id())) : null;
    }

    private Pull.Digest digest() {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> sums = new TreeMap<>();
        for (FeedRow row : feed.values()) {
            Pull.Change change = row.change();
            if (change != null) {
                counts.merge(change.type(), 1L, Long::sum);
                sums.merge(change.type(), Pull.fingerprint(change.type(), change.id(), change.version()), Long::sum);
                if (content(change) != null) {
                    counts.merge("record", 1L, Long::sum);
                    sums.merge("record", Pull.fingerprint("record", change.id(), Pull.CONTENT_VERSION), Long::sum);
                }
            }
        }
        List<Pull.Bucket> buckets = new ArrayList<>();
        counts.forEach((type, count) ->
                buckets.add(new Pull.Bucket(type, count, Long.toHexString(Objects.requireNonNull(sums.get(type))))));
        return new Pull.Digest(serverId, epoch, buckets);
    }

    private Response tus(Request request, String path, byte[] body) {
        if (request.method().equals("POST")) {
            String metadata = Objects.requireNonNull(request.headers().get("Upload-Metadata"));
            String sha256 = new String(
                    Base64.getDecoder().decode(metadata.substring("sha256 ".length())), StandardCharsets.US_ASCII);
            String id = UUID.randomUUID().toString();
            long length =
                    Long.parseLong(Objects.requireNonNull(request.headers().get("Upload-Length")));
            uploads.put(id, new Upload(sha256, length));
            return tusAnswer(201, Map.of("location", "https://elsewhere.test/api/v1/attachments/" + id));
        }
        Upload upload = uploads.get(path.substring(path.lastIndexOf('/') + 1));
        if (upload == null) {
            return tusAnswer(404, Map.of());
        }
        if (request.method().equals("PATCH")) {
            long offset =
                    Long.parseLong(Objects.requireNonNull(request.headers().get("Upload-Offset")));
            if (offset != upload.bytes.length) {
                return tusAnswer(409, Map.of());
            }
            int taken = (int) Math.min(body.length, patchLimit);
            byte[] grown = Arrays.copyOf(upload.bytes, upload.bytes.length + taken);
            System.arraycopy(body, 0, grown, upload.bytes.length, taken);
            upload.bytes = grown;
            if (grown.length == upload.length) {
                if (!Seals.sha256(grown).equals(upload.sha256)) {
                    uploads.values().remove(upload);
                    return tusAnswer(460, Map.of());
                }
                files.put(upload.sha256, grown);
            }
            return tusAnswer(204, Map.of("upload-offset", Integer.toString(grown.length)));
        }
        return tusAnswer(200, Map.of("upload-offset", Integer.toString(upload.bytes.length)));
    }

    private Response tusAnswer(int status, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("tus-resumable", "1.0.0");
        all.put("sothon-server-id", serverId.toString());
        all.put("sothon-epoch", Long.toString(epoch));
        return new Response(status, all, "");
    }

    private static Response json(int status, Object answer) {
        return new Response(status, Map.of("content-type", "application/json"), Json.write(answer));
    }

    private static byte[] bytes(@Nullable Body body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        try (InputStream in = body.open()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
