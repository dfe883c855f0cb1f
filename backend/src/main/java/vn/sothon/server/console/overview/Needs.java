package vn.sothon.server.console.overview;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import vn.sothon.server.access.Scope;
import vn.sothon.server.alert.AlertLookup;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.recommendations.RecommendationLines;
import vn.sothon.server.console.recommendations.RecommendationLines.Show;
import vn.sothon.server.loan.InScope;
import vn.sothon.server.ops.QueueDesk;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.record.NotAbout;

/** Counts what waits for a visitor, as far as the office he or she acts in lets see it. */
@Singleton
class Needs {
    private final TransactionOperations<Connection> transactions;
    private final AlertLookup alerts;
    private final RecommendationLines recommendations;
    private final QueueDesk queue;

    Needs(
            TransactionOperations<Connection> transactions,
            AlertLookup alerts,
            RecommendationLines recommendations,
            QueueDesk queue) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.recommendations = recommendations;
        this.queue = queue;
    }

    /**
     * Something that waits.
     *
     * @param what its text is {@code overview.need.WHAT}
     * @param href the list it leads to
     */
    public record Need(String what, String icon, long count, String href) {}

    List<Need> of(Visitor visitor, long overdue, long reports) {
        List<Need> needs = new ArrayList<>();
        AlertLookup.Counts counts = alerts.counts(visitor.personId());
        needs.add(new Need("alerts", "bell", counts.open(), "/alerts?show=OPEN"));
        needs.add(new Need("taken", "hand-index-thumb", counts.acknowledged(), "/alerts?show=ACKNOWLEDGED"));
        if (Section.RECOMMENDATIONS.opensFor(visitor.role())) {
            Scope scope = visitor.scope();
            needs.add(new Need("checks", "calendar-x", overdue, "#places"));
            needs.add(new Need(
                    "recommendations",
                    "flag",
                    recommendations.count(scope, Show.LATE, visitor.today()),
                    "/recommendations?show=LATE"));
            needs.add(new Need("untied", "link-45deg", untied(scope), "/records?untied=yes"));
            needs.add(new Need(
                    "held",
                    "hourglass-split",
                    queue.list(scope).stream().filter(QueueDesk.Waiting::isHeld).count(),
                    "/queue"));
            needs.add(new Need("reports", "send", reports, "#reports"));
        }
        return needs;
    }

    private long untied(Scope scope) {
        InScope seen = InScope.of(scope, "commune_code", "village_code", "group_code");
        NotAbout others = NotAbout.of(scope, "console_record.id");
        return transactions.executeRead(status -> Sql.one(
                        status.getConnection(),
                        "SELECT COUNT(*) FROM console_record WHERE is_head = 1 AND status = 'ACCEPTED' AND"
                                + " tied_record_id IS NOT NULL AND plan_task_id IS NULL AND kind IN"
                                + " ('LOAN_USE_CHECK', 'CHECK_SHEET', 'MONITORING_MINUTES') AND " + seen.sql()
                                + others.sql(),
                        row -> row.getLong(1),
                        others.after(seen.after()))
                .orElse(0L));
    }
}
