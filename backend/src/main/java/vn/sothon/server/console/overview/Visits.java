package vn.sothon.server.console.overview;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.InScope;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.record.NotAbout;

/**
 * A sketch of where records were made: dots in a frame, north up, villages named at the middle of their dots. A picture
 * for people who know the place; no map of others is needed.
 */
@Singleton
class Visits {
    private static final int MOST = 150;
    private static final double MARGIN = 70;
    static final int WIDTH = 1000;
    private static final int HEIGHT = 600;
    /** About 200 m: a few visits to one house do not fill the frame. */
    private static final double LEAST_DEGREES = 0.002;

    private final TransactionOperations<Connection> transactions;
    private final AreaLookup areas;

    Visits(TransactionOperations<Connection> transactions, AreaLookup areas) {
        this.transactions = transactions;
        this.areas = areas;
    }

    /** Where and what, in the frame's units from its upper left corner. */
    public record Dot(UUID record, double x, double y, boolean found, Instant at, String kind) {}

    public record Name(String text, double x, double y) {}

    public record Sketch(List<Dot> dots, List<Name> names) {}

    private record Visit(
            UUID record,
            double latitude,
            double longitude,
            boolean found,
            @Nullable String village,
            Instant at,
            String kind) {}

    Sketch of(Scope scope) {
        InScope seen = InScope.of(scope, "commune_code", "village_code", "group_code");
        NotAbout others = NotAbout.of(scope, "console_record.id");
        List<Visit> visits = new ArrayList<>();
        transactions
                .<List<Optional<Visit>>>executeRead(status -> Sql.list(
                        status.getConnection(),
                        "SELECT id, kind, village_code, effective_at, body FROM console_record WHERE is_head = 1 AND"
                                + " status = 'ACCEPTED' AND kind IN ('LOAN_USE_CHECK', 'MONITORING_MINUTES') AND"
                                + " body LIKE '%\"position\":{%' AND " + seen.sql() + others.sql()
                                + " ORDER BY effective_at DESC, id LIMIT " + MOST,
                        Visits::visit,
                        others.after(seen.after())))
                .forEach(visit -> visit.ifPresent(visits::add));
        return visits.isEmpty() ? new Sketch(List.of(), List.of()) : drawn(visits);
    }

    private Sketch drawn(List<Visit> visits) {
        double south = visits.stream().mapToDouble(Visit::latitude).min().orElseThrow();
        double north = visits.stream().mapToDouble(Visit::latitude).max().orElseThrow();
        double west = visits.stream().mapToDouble(Visit::longitude).min().orElseThrow();
        double east = visits.stream().mapToDouble(Visit::longitude).max().orElseThrow();
        double narrowing = Math.cos(Math.toRadians((south + north) / 2));
        double width = Math.max((east - west) * narrowing, LEAST_DEGREES);
        double height = Math.max(north - south, LEAST_DEGREES);
        double scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
        List<Dot> dots = new ArrayList<>();
        Map<String, List<Dot>> ofVillages = new LinkedHashMap<>();
        for (Visit visit : visits) {
            double x = WIDTH / 2.0 + (visit.longitude - (west + east) / 2) * narrowing * scale;
            double y = HEIGHT / 2.0 - (visit.latitude - (south + north) / 2) * scale;
            Dot dot = new Dot(visit.record, Math.round(x), Math.round(y), visit.found, visit.at, visit.kind);
            dots.add(dot);
            if (visit.village != null) {
                ofVillages
                        .computeIfAbsent(visit.village, code -> new ArrayList<>())
                        .add(dot);
            }
        }
        List<Name> names = new ArrayList<>();
        ofVillages.forEach((code, its) -> names.add(new Name(
                areas.find(code).map(Area::name).orElse(code),
                its.stream().mapToDouble(Dot::x).average().orElseThrow(),
                its.stream().mapToDouble(Dot::y).min().orElseThrow() - 24)));
        return new Sketch(dots, names);
    }

    private static Optional<Visit> visit(ResultSet row) throws SQLException {
        try {
            JsonNode body = Json.tolerant(row.getString("body"), JsonNode.class);
            JsonNode position = body.path("position");
            if (!position.path("latitude").isNumber()
                    || !position.path("longitude").isNumber()) {
                return Optional.empty();
            }
            return Optional.of(new Visit(
                    UUID.fromString(row.getString("id")),
                    position.path("latitude").asDouble(),
                    position.path("longitude").asDouble(),
                    !body.path("payload").path("findings").isEmpty(),
                    row.getString("village_code"),
                    Instant.ofEpochMilli(row.getLong("effective_at")),
                    row.getString("kind")));
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }
}
