package vn.sothon.server.console.plans;

import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.ledger.Ledger;

/** Which plans a visitor reads, and which he keeps. */
@Singleton
public class PlanReach {
    private final TransactionOperations<Connection> transactions;
    private final PlanLookup plans;
    private final AreaLookup areas;
    private final AccessLog log;

    PlanReach(TransactionOperations<Connection> transactions, PlanLookup plans, AreaLookup areas, AccessLog log) {
        this.transactions = transactions;
        this.plans = plans;
        this.areas = areas;
        this.log = log;
    }

    /** Those the visitor reads. */
    public List<PlanView> all(Visitor visitor) {
        return transactions.executeRead(status -> plans.list(status.getConnection())).stream()
                .filter(plan -> reads(visitor, plan))
                .toList();
    }

    /** One of them; another is not there, and the attempt is logged. */
    public PlanView read(Visitor visitor, UUID id) {
        return find(id, plan -> reads(visitor, plan), visitor);
    }

    /** One the visitor keeps. */
    public PlanView kept(Visitor visitor, UUID id) {
        return find(id, plan -> keeps(visitor, plan), visitor);
    }

    private PlanView find(UUID id, Predicate<PlanView> allowed, Visitor visitor) {
        return transactions
                .executeRead(status -> plans.find(status.getConnection(), id))
                .filter(allowed)
                .orElseThrow(() -> {
                    log.refused(visitor, Kind.PLAN, id);
                    return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
                });
    }

    /** Plans in force are for everybody they govern; a draft is for whoever keeps it. */
    private boolean reads(Visitor visitor, PlanView plan) {
        if (keeps(visitor, plan)) {
            return true;
        }
        String area = plan.areaCode();
        boolean published = plan.status() != PlanStatus.DRAFT && plan.line() != null;
        return published && area != null && (areas.path(visitor.areaCode()).contains(area) || within(visitor, area));
    }

    public boolean keeps(Visitor visitor, PlanView plan) {
        return mayKeep(visitor) && governs(visitor, plan.areaCode());
    }

    static boolean mayKeep(Visitor visitor) {
        return visitor.role() == ActingRole.COMMUNE_LEADER || visitor.role() == ActingRole.ADMINISTRATOR;
    }

    /** A plan of nowhere yet is kept by an administrator of everywhere. */
    boolean governs(Visitor visitor, @Nullable String areaCode) {
        boolean country = visitor.areaCode().equals(Ledger.COUNTRY);
        return areaCode == null ? country : country || within(visitor, areaCode);
    }

    private boolean within(Visitor visitor, String area) {
        return areas.path(area).contains(visitor.areaCode());
    }
}
