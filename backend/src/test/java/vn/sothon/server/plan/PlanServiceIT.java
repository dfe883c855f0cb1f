package vn.sothon.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sothon.server.plan.Plans.aPlan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.PlanService.Imported;
import vn.sothon.server.plan.PlanService.Published;
import vn.sothon.server.plan.TaskChange.Outcome;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.LogEntry;

class PlanServiceIT {
    private static final Hand HAND = new Hand("Reviewer", "read from the printed plan");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test starts it on its engine
    private RunningServer server;

    @ParameterizedTest
    @EnumSource
    void publish_whenAPersonHasCorrectedTheDraft_givesPhonesTheCorrectedTasks(Engine engine) throws Exception {
        start(engine);
        UUID id = imported(aPlan().dated("2026-02-10")
                .task("1.a", Plans.NEWS)
                .task("1.b", Plans.MONEY)
                .read());
        write(tx -> review().correct(tx, id, "1.a", "content", TextNode.valueOf(Plans.CHECKS), HAND));
        write(tx -> review().overrule(
                        tx,
                        id,
                        "1.b",
                        Json.tree(List.of(Map.of("record", "COMMUNE", "phrase", "nguồn vốn ngân sách"))),
                        HAND));

        Published published = publish(id, null);

        assertThat(published.from()).isEqualTo("2026-02-10");
        Map<String, PlanTask> feed = feed();
        assertThat(feed.keySet()).containsExactlyInAnyOrder("1.a", "1.b");
        PlanTask checks = in(feed, "1.a");
        assertThat(checks.content()).isEqualTo(Plans.CHECKS);
        assertThat(checks.accepts()).anyMatch(accepted -> accepted.record() == RecordSubject.LOAN);
        assertThat(checks.planId()).isEqualTo(published.line());
        assertThat(in(feed, "1.b").accepts()).singleElement().satisfies(accepted -> assertThat(accepted.phrase())
                .isEqualTo("nguồn vốn ngân sách"));
        assertThat(task(checks.id())).isEqualTo(checks);
        List<Correction> corrections = read(connection -> lookup().corrections(connection, id));
        assertThat(corrections)
                .extracting(Correction::field, Correction::byWhom)
                .containsExactly(tuple("content", "Reviewer"), tuple("accepts", "Reviewer"));
        String hash = read(connection -> lookup().hash(connection, id).orElseThrow());
        assertThat(newestLogEntry().path("hash").asText()).isEqualTo(hash);
        assertThat(lookup(id).tasks()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void importDraft_whenTheSameFileComesAgain_storesItOnce(Engine engine) throws Exception {
        start(engine);
        ImportedPlan plan = aPlan().task("1.a", Plans.CHECKS).read();

        Imported first = importing(plan, "a");
        Imported second = importing(plan, "a");
        Published published = publish(first.planId(), null);
        Imported third = importing(plan, "a");
        Published again = publish(first.planId(), null);

        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        assertThat(third).isEqualTo(new Imported(first.planId(), PlanStatus.PUBLISHED, true));
        assertThat(again).isEqualTo(published);
        List<PlanView> all = read(connection -> lookup().list(connection));
        assertThat(all).hasSize(1);
        assertThat(published.from()).isEqualTo("2026-01-01");
        assertThat(logLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void publish_whenANewVersionFollows_keepsTheTasksThatAreFoundAgain(Engine engine) throws Exception {
        start(engine);
        Published first = publish(
                imported(aPlan().task("1.a", Plans.CHECKS)
                        .task("1.b", Plans.NEWS)
                        .task("1.c", Plans.DEBTS)
                        .read()),
                null);
        Map<String, PlanTask> before = feed();

        Published second = publish(
                imported(aPlan().task("1.a", Plans.MONEY)
                        .task("1.b", Plans.NEWS)
                        .task("1.c", Plans.CHECKS)
                        .read()),
                MAY);

        assertThat(second.line()).isEqualTo(first.line());
        assertThat(second.changes())
                .extracting(TaskChange::outcome)
                .containsExactly(Outcome.ADDED, Outcome.SAME, Outcome.MOVED, Outcome.DROPPED);
        Map<String, PlanTask> after = feed();
        assertThat(after.keySet()).containsExactlyInAnyOrder("1.a", "1.b", "1.c");
        assertThat(in(after, "1.c").id()).isEqualTo(in(before, "1.a").id());
        assertThat(in(after, "1.b").id()).isEqualTo(in(before, "1.b").id());
        assertThat(in(after, "1.b").effectiveFrom()).isEqualTo("2026-01-01");
        assertThat(in(after, "1.a").effectiveFrom()).isEqualTo(MAY);
        assertThat(lookup(first.planId()).status()).isEqualTo(PlanStatus.REPLACED);
        assertThat(lookup(first.planId()).to()).isEqualTo(MAY.minusDays(1));
        assertThat(inForceOn(MAY.minusDays(1)))
                .containsExactlyInAnyOrder("1.a " + Plans.CHECKS, "1.b " + Plans.NEWS, "1.c " + Plans.DEBTS);
        assertThat(inForceOn(MAY))
                .containsExactlyInAnyOrder("1.a " + Plans.MONEY, "1.b " + Plans.NEWS, "1.c " + Plans.CHECKS);
        assertThat(lookup(first.line()).id()).isEqualTo(second.planId());
    }

    @ParameterizedTest
    @EnumSource
    void withdraw_whenTheNewVersionWasAMistake_putsTheOldOneInForceAgain(Engine engine) throws Exception {
        start(engine);
        Published first = publish(imported(aPlan().task("1.a", Plans.CHECKS).read()), null);
        Published second = publish(imported(aPlan().task("1.a", Plans.MONEY).read()), MAY);

        write(tx -> service().withdraw(tx, second.planId(), null));

        assertThat(lookup(first.planId()).status()).isEqualTo(PlanStatus.PUBLISHED);
        assertThat(feed().values()).singleElement().satisfies(task -> assertThat(task.content())
                .isEqualTo(Plans.CHECKS));
        assertThat(inForceOn(MAY)).containsExactly("1.a " + Plans.CHECKS);

        write(tx -> service().withdraw(tx, first.planId(), MAY));

        assertThat(inForceOn(MAY)).hasSize(1);
        assertThat(inForceOn(MAY.plusDays(1))).isEmpty();
        assertThat(feed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void publish_whenThePlanSaysWhatItReplaces_continuesThatPlan(Engine engine) throws Exception {
        start(engine);
        Published first = publish(
                imported(aPlan().called("Kế hoạch năm 2026")
                        .numbered("07/KH-UBND")
                        .task("1.a", Plans.CHECKS)
                        .read()),
                null);

        Published second = publish(
                imported(aPlan().called("Kế hoạch năm 2027")
                        .replacing("07 /KH-UBND")
                        .task("2", Plans.CHECKS)
                        .read()),
                MAY);

        assertThat(second.line()).isEqualTo(first.line());
        assertThat(second.changes()).extracting(TaskChange::outcome).containsExactly(Outcome.MOVED);
        assertThat(feed().keySet()).containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource
    void publish_whenTheAreaDoesNotFit_refusesAndLeavesTheDraft(Engine engine) throws Exception {
        start(engine);
        UUID id = imported(
                aPlan().of(PlanLevel.PROVINCE).task("1.a", Plans.CHECKS).read());

        assertThatThrownBy(() -> publish(id, null))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("WRONG_KIND"));
        assertThatThrownBy(() -> server.bean(Writer.class).write(tx -> service().publish(tx, id, null, "11111", null)))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("UNKNOWN_AREA"));
        assertThat(lookup(id).status()).isEqualTo(PlanStatus.DRAFT);
        assertThat(feed()).isEmpty();
    }

    private void start(Engine engine) {
        server = engine.start(folder);
        server.bean(ServerClock.class).use(TestClock.at("2026-07-20T03:00:00Z"));
        new Commune(server);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private UUID imported(ImportedPlan plan) {
        return importing(plan, Json.write(plan)).planId();
    }

    private Imported importing(ImportedPlan plan, String file) {
        return server.bean(Writer.class).write(tx -> service()
                .importDraft(
                        tx, plan, "plan.txt", Seals.sha256(file), Commune.CODE, Instant.parse("2026-07-20T03:00:00Z")));
    }

    private Published publish(UUID id, @Nullable LocalDate from) {
        return server.bean(Writer.class).write(tx -> service().publish(tx, id, from, null, null));
    }

    private interface Step {
        void in(Tx tx) throws Exception;
    }

    private void write(Step step) {
        server.bean(Writer.class).write(tx -> {
            step.in(tx);
            return true;
        });
    }

    private interface Question<T> {
        T of(Connection connection) throws Exception;
    }

    @SuppressWarnings("unchecked")
    private <T> T read(Question<T> question) {
        return ((TransactionOperations<Connection>) server.bean(TransactionOperations.class))
                .executeRead(status -> question.of(status.getConnection()));
    }

    private Map<String, PlanTask> feed() {
        return read(connection -> Sql.list(
                        connection,
                        "SELECT data FROM feed_row WHERE partition_code = ? AND type = 'planTask' AND removed = 0",
                        row -> PlanStore.read(row.getString(1), PlanTask.class),
                        Commune.CODE)
                .stream()
                .collect(Collectors.toMap(PlanTask::key, task -> task)));
    }

    private static PlanTask in(Map<String, PlanTask> feed, String key) {
        return Objects.requireNonNull(feed.get(key), key);
    }

    private PlanTask task(UUID id) {
        return read(connection ->
                server.bean(PlanTaskLookup.class).find(connection, id).orElseThrow());
    }

    private List<String> inForceOn(LocalDate day) {
        return read(
                connection -> server.bean(PlanTaskLookup.class).governing(connection, List.of(Commune.CODE)).stream()
                        .filter(task -> task.inForceOn(day))
                        .map(task -> task.key() + " " + task.content())
                        .toList());
    }

    private JsonNode newestLogEntry() {
        return read(connection -> Sql.list(
                        connection,
                        "SELECT entry FROM log_entry WHERE partition_code = ? ORDER BY n DESC",
                        row -> PlanStore.read(row.getString(1), JsonNode.class),
                        Commune.CODE)
                .stream()
                .filter(entry -> entry.path("type").asText().equals(LogEntry.Type.PLAN.name()))
                .findFirst()
                .orElseThrow());
    }

    private int logLength() {
        return read(connection -> Sql.list(
                        connection,
                        "SELECT n FROM log_entry WHERE partition_code = ? AND entry LIKE '%PLAN%'",
                        row -> row.getLong(1),
                        Commune.CODE)
                .size());
    }

    private PlanView lookup(UUID id) {
        return read(connection -> lookup().find(connection, id).orElseThrow());
    }

    private PlanService service() {
        return server.bean(PlanService.class);
    }

    private PlanReview review() {
        return server.bean(PlanReview.class);
    }

    private PlanLookup lookup() {
        return server.bean(PlanLookup.class);
    }
}
