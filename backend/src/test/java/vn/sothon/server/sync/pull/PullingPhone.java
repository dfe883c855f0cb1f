package vn.sothon.server.sync.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;

/** What a phone does with pulls, and nothing else. */
final class PullingPhone {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;
    private final TestPhone phone;
    final Map<String, Pull.Change> rows = new TreeMap<>();
    final List<String> removals = new ArrayList<>();
    final List<Pull.Answer> answers = new ArrayList<>();

    @Nullable
    String cursor;

    PullingPhone(RunningServer server, TestPhone phone) {
        this.server = server.address();
        this.phone = phone;
    }

    HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Bearer " + phone.token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** One page. */
    Pull.Answer page(int limit) throws Exception {
        String from = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        HttpResponse<String> answer = get("/api/v1/sync/pull?limit=" + limit + from);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Pull.Answer page = Json.tolerant(answer.body(), Pull.Answer.class);
        if (Boolean.TRUE.equals(page.reset())) {
            rows.clear();
            removals.clear();
        }
        page.changes().forEach(change -> rows.put(change.type() + " " + change.id(), change));
        page.removed().forEach(gone -> {
            removals.add(gone.type() + " " + gone.id());
            rows.remove(gone.type() + " " + gone.id());
        });
        cursor = page.nextCursor();
        answers.add(page);
        return page;
    }

    /** Pages until there is no more. */
    PullingPhone sync(int limit) throws Exception {
        while (page(limit).more()) {
            assertThat(answers).hasSizeLessThan(10_000);
        }
        return this;
    }

    PullingPhone sync() throws Exception {
        return sync(500);
    }

    /** Names of the rows it holds, but for the policy every server begins with. */
    Set<String> ids() {
        return rows.values().stream()
                .filter(row -> !row.type().equals("policy"))
                .map(Pull.Change::id)
                .collect(Collectors.toSet());
    }

    Pull.Digest digest() throws Exception {
        return Json.tolerant(get("/api/v1/sync/digest").body(), Pull.Digest.class);
    }

    /** The digest by its own count. */
    List<Pull.Bucket> recount() {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> sums = new TreeMap<>();
        for (Pull.Change row : rows.values()) {
            counts.merge(row.type(), 1L, Long::sum);
            sums.merge(row.type(), Pull.fingerprint(row.type(), row.id(), row.version()), Long::sum);
        }
        return counts.entrySet().stream()
                .map(type -> new Pull.Bucket(
                        type.getKey(), type.getValue(), Long.toHexString(sums.getOrDefault(type.getKey(), 0L))))
                .toList();
    }

    static Cursor read(String text) {
        return Cursor.of(text).orElseThrow();
    }
}
