package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.Decisions;

/** Who was given the right to enter results of a plan or of one task; giving and ending it is a decision on record. */
@Singleton
public class ResultRights {
    /** The kind of decision kept for each change. */
    public static final String KIND = "RESULT_RIGHT";

    private final ResultStore store;
    private final TaskRights rights;
    private final Decisions decisions;
    private final ServerClock clock;

    ResultRights(ResultStore store, TaskRights rights, Decisions decisions, ServerClock clock) {
        this.store = store;
        this.rights = rights;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * A right as it was given.
     *
     * @param task absent: all tasks and targets of the plan
     * @param to the last day; absent while it is open
     */
    public record Right(UUID person, @Nullable UUID task, LocalDate from, @Nullable LocalDate to) {
        public boolean holdsOn(LocalDate day) {
            return to == null || !to.isBefore(day);
        }
    }

    /** What a decision says. */
    record Decided(
            @JsonProperty("person") UUID person,
            @JsonProperty("task") @Nullable UUID task,
            @JsonProperty("from") LocalDate from,
            @JsonProperty("to") @Nullable LocalDate to) {}

    /** Rights given for a plan or its tasks, ended ones too, the newest first. */
    public List<Right> of(Connection connection, UUID line) throws SQLException {
        return store.rights(connection, line);
    }

    /** The tasks a person may enter results of today, by office or by a right. */
    public Set<UUID> mine(Connection connection, UUID person, List<PlanTask> tasks) throws SQLException {
        return rights.mine(connection, person, tasks, clock.today());
    }

    /**
     * Gives the right.
     *
     * @param by who gives it
     * @throws AdminRefused {@code WRONG_DAY}
     */
    public void give(Tx tx, PlanView plan, Right right, UUID by) throws SQLException {
        LocalDate to = right.to();
        if (to != null && to.isBefore(right.from())) {
            throw new AdminRefused("WRONG_DAY", "A right ends no sooner than it begins.");
        }
        keep(tx, plan, right, by);
    }

    /**
     * Ends a right: today is no longer one of its days.
     *
     * @throws AdminRefused {@code UNKNOWN_RIGHT}
     */
    public void end(Tx tx, PlanView plan, Right right, UUID by) throws SQLException {
        Right known = of(tx.connection(), line(plan)).stream()
                .filter(one -> one.person().equals(right.person())
                        && Objects.equals(one.task(), right.task())
                        && one.from().equals(right.from())
                        && one.holdsOn(clock.today()))
                .findFirst()
                .orElseThrow(() -> new AdminRefused("UNKNOWN_RIGHT", "Nobody holds that right."));
        keep(
                tx,
                plan,
                new Right(
                        known.person(),
                        known.task(),
                        known.from(),
                        clock.today().minusDays(1)),
                by);
    }

    private void keep(Tx tx, PlanView plan, Right right, UUID by) throws SQLException {
        UUID line = line(plan);
        store.allow(tx.connection(), right.person(), line, right.task(), right.from(), right.to());
        decisions.record(
                tx,
                Objects.requireNonNull(plan.areaCode()),
                KIND,
                line.toString(),
                by,
                new Decided(right.person(), right.task(), right.from(), right.to()));
    }

    private static UUID line(PlanView plan) {
        return Objects.requireNonNull(plan.line());
    }
}
