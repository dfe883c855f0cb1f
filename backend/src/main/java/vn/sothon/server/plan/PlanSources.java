package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.plan.importer.SourceLine;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** The text plans were read from, so that a person can review a reading beside it. */
@Singleton
public class PlanSources {
    record Kept(@JsonProperty("lines") List<SourceLine> lines) {}

    /** Keeps a plan's lines; those of a plan that has them stay as they are. */
    public void keep(Tx tx, UUID planId, List<SourceLine> lines) throws SQLException {
        if (!lines.isEmpty()) {
            Sql.update(
                    tx.connection(),
                    "INSERT INTO plan_source (plan_id, lines) VALUES (?, ?) ON CONFLICT (plan_id) DO NOTHING",
                    planId,
                    Json.write(new Kept(lines)));
        }
    }

    /** The lines in their order; empty for a plan that was typed, or imported before lines were kept. */
    public List<SourceLine> of(Connection connection, UUID planId) throws SQLException {
        return Sql.one(connection, "SELECT lines FROM plan_source WHERE plan_id = ?", row -> row.getString(1), planId)
                .map(PlanSources::lines)
                .orElse(List.of());
    }

    private static List<SourceLine> lines(String json) {
        try {
            return Json.tolerant(json, Kept.class).lines();
        } catch (JsonRefused e) {
            throw new IllegalStateException("the kept text of a plan cannot be read", e);
        }
    }
}
