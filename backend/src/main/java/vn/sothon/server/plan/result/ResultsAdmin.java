package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.plan.PlanFinder;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;

/** Results of tasks and figures of targets on the command line. */
@Factory
final class ResultsAdmin {
    private final Asked asked;
    private final ResultWork work;
    private final PersonLookup people;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;

    ResultsAdmin(
            Asked asked,
            ResultWork work,
            PersonLookup people,
            Writer writer,
            TransactionOperations<Connection> transactions) {
        this.asked = asked;
        this.work = work;
        this.people = people;
        this.writer = writer;
        this.transactions = transactions;
    }

    /** Which plan, and which of its tasks, a command means. */
    @Singleton
    record Asked(PlanFinder finder, PlanLookup plans) {
        PlanTask task(Connection connection, String plan, String key) throws SQLException {
            return plans.tasks(connection, finder.known(plan).id()).stream()
                    .filter(task -> task.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new AdminRefused("UNKNOWN_TASK", "No such task is in force: '" + key + "'."));
        }
    }

    /** What is done with what was asked. */
    @Singleton
    record ResultWork(TaskResultService results, ResultStore store, TargetService targets, ResultFile files) {}

    @Singleton
    @Named("plan.results")
    AdminCommand list() {
        return AdminCommand.of("plan.results", args -> {
            UUID line =
                    line(asked.finder().known(Json.tolerant(args, Show.class).plan()));
            return Json.tree(transactions.executeRead(status -> work.store().ofLine(status.getConnection(), line)));
        });
    }

    @Singleton
    @Named("plan.result")
    AdminCommand enter() {
        return AdminCommand.of("plan.result", args -> result(Json.tolerant(args, Result.class)));
    }

    private JsonNode result(Result wanted) throws IOException {
        UUID person = people.one(wanted.person()).id();
        String file = wanted.file() == null ? null : work.files().keep(Path.of(wanted.file()));
        return Json.tree(writer.write(tx -> {
            PlanTask task = asked.task(tx.connection(), wanted.plan(), wanted.taskKey());
            TaskResultService.Entry entry = new TaskResultService.Entry(
                    null,
                    wanted.doneOn(),
                    wanted.text(),
                    wanted.documentNumber(),
                    file,
                    wanted.corrects(),
                    wanted.nothing());
            return work.results().enter(tx, task.id(), entry, person);
        }));
    }

    @Singleton
    @Named("plan.allow")
    AdminCommand allow() {
        return AdminCommand.of("plan.allow", args -> {
            Allow wanted = Json.tolerant(args, Allow.class);
            UUID person = people.one(wanted.person()).id();
            UUID line = line(asked.finder().known(wanted.plan()));
            writer.write(tx -> {
                UUID task = wanted.taskKey() == null
                        ? null
                        : asked.task(tx.connection(), wanted.plan(), wanted.taskKey())
                                .id();
                work.results().allow(tx, person, line, task, wanted.from(), wanted.to());
                return person;
            });
            return args;
        });
    }

    @Singleton
    @Named("plan.targets")
    AdminCommand targets() {
        return AdminCommand.of("plan.targets", args -> {
            PlanView plan = asked.finder().known(Json.tolerant(args, Show.class).plan());
            return Json.tree(transactions.executeRead(status -> work.targets().of(status.getConnection(), plan)));
        });
    }

    @Singleton
    @Named("plan.figure")
    AdminCommand figure() {
        return AdminCommand.of("plan.figure", args -> {
            Figure wanted = Json.tolerant(args, Figure.class);
            UUID person = people.one(wanted.person()).id();
            PlanView plan = asked.finder().known(wanted.plan());
            return Json.tree(writer.write(tx -> {
                List<TargetService.Followed> targets = work.targets().of(tx.connection(), plan);
                if (wanted.target() < 1 || wanted.target() > targets.size()) {
                    throw new AdminRefused("UNKNOWN_TARGET", "The plan has targets 1 to " + targets.size() + ".");
                }
                TargetService.Entry entry = new TargetService.Entry(
                        null,
                        wanted.period(),
                        wanted.figure(),
                        wanted.documentNumber(),
                        wanted.corrects(),
                        wanted.nothing());
                return work.targets()
                        .enter(tx, plan, targets.get(wanted.target() - 1).id(), entry, person);
            }));
        });
    }

    private static UUID line(PlanView plan) {
        if (plan.line() == null) {
            throw new AdminRefused("DRAFT", "The plan was never in force: publish it first.");
        }
        return plan.line();
    }

    record Show(@JsonProperty(value = "plan", required = true) String plan) {}

    record Result(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty(value = "taskKey", required = true) String taskKey,
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty(value = "doneOn", required = true) LocalDate doneOn,
            @JsonProperty(value = "text", required = true) String text,
            @JsonProperty("documentNumber") @Nullable String documentNumber,
            @JsonProperty("file") @Nullable String file,
            @JsonProperty("corrects") @Nullable UUID corrects,
            @JsonProperty("nothing") boolean nothing) {}

    record Allow(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("taskKey") @Nullable String taskKey,
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("to") @Nullable LocalDate to) {}

    /** {@code target}: its place in the list of targets, from 1. */
    record Figure(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty(value = "target", required = true) int target,
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty(value = "period", required = true) String period,
            @JsonProperty(value = "figure", required = true) BigDecimal figure,
            @JsonProperty("documentNumber") @Nullable String documentNumber,
            @JsonProperty("corrects") @Nullable UUID corrects,
            @JsonProperty("nothing") boolean nothing) {}
}
