package vn.sothon.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.platform.db.Sql;

/** Reads what counts at present out of the views over records, checks owed and recommendations. */
@Singleton
final class FactReader {
    private static final String RECORDS = "SELECT * FROM report_record WHERE ";
    private static final String OBLIGATIONS = "SELECT * FROM report_obligation WHERE ";
    private static final String PLANNED = "SELECT * FROM report_planned_check WHERE ";
    private static final String RECOMMENDATIONS = "SELECT * FROM report_recommendation WHERE ";

    List<Fact> records(Connection connection, Collection<String> ids) throws SQLException {
        return Sql.in(connection, RECORDS + "id IN (%s)", FactReader::record, ids);
    }

    /** Checks that loans owe by the rules, and checks that the year's plan asked for. */
    List<Fact> obligations(Connection connection, Collection<String> ids) throws SQLException {
        return owed(connection, "id IN (%s)", ids);
    }

    List<Fact> obligationsOfLoans(Connection connection, Collection<String> loans) throws SQLException {
        return owed(connection, "loan_id IN (%s)", loans);
    }

    List<Fact> obligationsDoneBy(Connection connection, Collection<String> records) throws SQLException {
        return owed(connection, "done_by IN (%s)", records);
    }

    List<Fact> recommendations(Connection connection, Collection<String> ids) throws SQLException {
        return Sql.in(connection, RECOMMENDATIONS + "id IN (%s)", FactReader::recommendation, ids);
    }

    List<Fact> recommendationsOf(Connection connection, Collection<String> records) throws SQLException {
        return Sql.in(connection, RECOMMENDATIONS + "record_id IN (%s)", FactReader::recommendation, records);
    }

    List<Fact> ofCommune(Connection connection, String commune) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        String here = "commune_code = ?";
        facts.addAll(Sql.list(connection, RECORDS + here, FactReader::record, commune));
        facts.addAll(Sql.list(connection, OBLIGATIONS + here, FactReader::obligation, commune));
        facts.addAll(Sql.list(connection, PLANNED + here, FactReader::planned, commune));
        facts.addAll(Sql.list(connection, RECOMMENDATIONS + here, FactReader::recommendation, commune));
        return facts;
    }

    /** Every commune in which anything counts. */
    Set<String> communes(Connection connection) throws SQLException {
        return new TreeSet<>(Sql.list(
                connection,
                """
                SELECT commune_code FROM report_record UNION SELECT commune_code FROM report_obligation
                UNION SELECT commune_code FROM report_recommendation
                UNION SELECT commune_code FROM report_planned_check
                """,
                row -> row.getString(1)));
    }

    private static Fact record(ResultSet row) throws SQLException {
        Set<String> marks = new TreeSet<>();
        marks.add(Mark.RECORDS);
        JsonNode payload = payload(row.getString("body"));
        if (RecordKind.valueOf(row.getString("kind")) == RecordKind.MONITORING_MINUTES) {
            marks.add(Mark.MINUTES);
        } else {
            boolean met = LoanUseCheck.Outcome.CHECKED
                    .name()
                    .equals(payload.path("outcome").asText());
            marks.add(met ? Mark.CHECKS : Mark.ATTEMPTS);
        }
        for (JsonNode finding : payload.path("findings")) {
            marks.add(Mark.FOUND + finding.path("code").asText());
        }
        return fact(row, Fact.Source.RECORD, day(row, "effective_at"), null, marks);
    }

    private static List<Fact> owed(Connection connection, String which, Collection<String> keys) throws SQLException {
        List<Fact> owed = new ArrayList<>(Sql.in(connection, OBLIGATIONS + which, FactReader::obligation, keys));
        owed.addAll(Sql.in(connection, PLANNED + which, FactReader::planned, keys));
        return owed;
    }

    private static Fact obligation(ResultSet row) throws SQLException {
        LocalDate due = LocalDate.parse(row.getString("due_on"));
        return fact(row, Fact.Source.OBLIGATION, due, due, owed(row, due));
    }

    private static Fact planned(ResultSet row) throws SQLException {
        LocalDate due = LocalDate.parse(row.getString("due_on"));
        Set<String> marks = owed(row, due);
        if (row.getString("loan_id") == null) {
            marks.add(Mark.GROUP_DUE);
            if (row.getString("done_by") != null) {
                marks.add(Mark.GROUP_CHECKED);
            }
        }
        return fact(row, Fact.Source.OBLIGATION, due, due, marks);
    }

    private static Set<String> owed(ResultSet row, LocalDate due) throws SQLException {
        Set<String> marks = new TreeSet<>();
        if (row.getString("done_by") != null) {
            marks.add(Mark.DUE);
            marks.add(Mark.CHECKED);
            if (!day(row, "done_at").isAfter(due)) {
                marks.add(Mark.CHECKED_IN_TIME);
            }
        } else if (row.getString("loan_status").equals("OPEN")) {
            marks.add(Mark.DUE);
            marks.add(Mark.UNCHECKED);
        } else {
            marks.add(Mark.LAPSED);
        }
        return marks;
    }

    private static Fact recommendation(ResultSet row) throws SQLException {
        String deadline = row.getString("deadline");
        Set<String> marks = new TreeSet<>();
        marks.add(Mark.RECOMMENDED);
        marks.add(row.getString("state").equals("CLOSED") ? Mark.RECOMMENDATION_CLOSED : Mark.RECOMMENDATION_OPEN);
        return fact(
                row,
                Fact.Source.RECOMMENDATION,
                day(row, "effective_at"),
                deadline == null ? null : LocalDate.parse(deadline),
                marks);
    }

    private static Fact fact(
            ResultSet row, Fact.Source source, LocalDate day, @Nullable LocalDate dueOn, Set<String> marks)
            throws SQLException {
        return new Fact(
                source,
                row.getString("id"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                row.getString("plan_task_id"),
                day,
                dueOn,
                List.copyOf(marks));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return DueDates.day(Instant.ofEpochMilli(row.getLong(column)));
    }

    /** A record counts even where its body has been erased; what it said is then gone from the figures too. */
    private static JsonNode payload(@Nullable String body) {
        try {
            return Json.tolerant(body == null ? "{}" : body, JsonNode.class).path("payload");
        } catch (JsonRefused e) {
            throw new IllegalStateException("stored bytes cannot be read", e);
        }
    }
}
