package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.files.StoredFiles;
import vn.sothon.server.platform.ledger.LogEntry;

/** Takes in what tasks came to. The same id again is the same result; what was entered is pinned by the log. */
@Singleton
public class TaskResultService {
    private static final int LONGEST_TEXT = 4_000;

    private final ResultStore store;
    private final PlanTaskLookup tasks;
    private final TaskRights rights;
    private final StoredFiles files;
    private final ServerClock clock;

    TaskResultService(
            ResultStore store, PlanTaskLookup tasks, TaskRights rights, StoredFiles files, ServerClock clock) {
        this.store = store;
        this.tasks = tasks;
        this.rights = rights;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What a person enters.
     *
     * @param id made by whoever sends it, so that it may be sent twice; absent: made here
     * @param file SHA-256 of a file that has arrived
     * @param corrects the result this one takes the place of
     * @param nothing with {@code corrects}: there was no such result after all
     */
    public record Entry(
            @JsonProperty("id") @Nullable UUID id,
            @JsonProperty(value = "doneOn", required = true) LocalDate doneOn,
            @JsonProperty(value = "text", required = true) String text,
            @JsonProperty("documentNumber") @Nullable String documentNumber,
            @JsonProperty("file") @Nullable String file,
            @JsonProperty("corrects") @Nullable UUID corrects,
            @JsonProperty("nothing") @Nullable Boolean nothing) {

        boolean takesBack() {
            return Boolean.TRUE.equals(nothing);
        }
    }

    /**
     * Enters a result.
     *
     * @throws AdminRefused with a stable code, when it cannot be
     */
    public TaskResult enter(Tx tx, UUID taskId, Entry entry, UUID person) throws SQLException {
        Connection connection = tx.connection();
        PlanTask task = tasks.find(connection, taskId)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_TASK", "No published task has the id " + taskId + "."));
        UUID id = entry.id() == null ? UUID.randomUUID() : entry.id();
        Optional<TaskResult> same = store.result(connection, id);
        if (same.isPresent()) {
            return again(same.get(), taskId, person);
        }
        String place = rights.placeOf(connection, person, task, clock.today())
                .orElseThrow(() -> new AdminRefused(
                        "NOT_YOUR_TASK",
                        "Only the unit that leads the task, or somebody given the right, enters its results."));
        check(connection, entry);
        UUID original = id;
        String area = place;
        if (entry.corrects() != null) {
            TaskResult corrected = corrected(connection, taskId, entry.corrects());
            if (!place.equals(corrected.areaCode()) && !place.equals(task.areaCode())) {
                throw new AdminRefused("NOT_YOUR_TASK", "That result was entered for another place.");
            }
            original = corrected.originalId();
            area = corrected.areaCode();
        }
        TaskResult result = new TaskResult(
                id,
                task.planId(),
                task.id(),
                area,
                entry.doneOn(),
                entry.text().strip(),
                entry.documentNumber(),
                entry.file(),
                person,
                entry.corrects(),
                original,
                true,
                !entry.takesBack(),
                clock.now());
        store.insert(connection, result);
        tx.log(new LogEntry(
                task.areaCode(),
                LogEntry.Type.RESULT,
                id.toString(),
                result.hash(),
                clock.now(),
                null,
                entry.corrects() == null ? "ENTERED" : entry.takesBack() ? "TAKEN_BACK" : "CORRECTED"));
        return result;
    }

    /** Gives a person the right to enter results of a plan or of one of its tasks. */
    public void allow(
            Tx tx, UUID person, UUID line, @Nullable UUID task, @Nullable LocalDate from, @Nullable LocalDate to)
            throws SQLException {
        store.allow(tx.connection(), person, line, task, Objects.requireNonNullElse(from, clock.today()), to);
    }

    private static TaskResult again(TaskResult same, UUID taskId, UUID person) {
        if (!same.taskId().equals(taskId) || !same.personId().equals(person)) {
            throw new AdminRefused("ID_TAKEN", "Another result has that id.");
        }
        return same;
    }

    private TaskResult corrected(Connection connection, UUID taskId, UUID id) throws SQLException {
        TaskResult corrected = store.result(connection, id)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_RESULT", "No result has the id " + id + "."));
        if (!corrected.taskId().equals(taskId)) {
            throw new AdminRefused("ANOTHER_TASK", "That result is of another task.");
        }
        if (!corrected.head()) {
            throw new AdminRefused("CORRECTED_ALREADY", "That result was corrected already: correct the newer one.");
        }
        return corrected;
    }

    private void check(Connection connection, Entry entry) throws SQLException {
        if (entry.text().isBlank() || entry.text().length() > LONGEST_TEXT) {
            throw new AdminRefused("TEXT", "Say in 1 to " + LONGEST_TEXT + " characters what was done.");
        }
        if (entry.doneOn().isAfter(clock.today())) {
            throw new AdminRefused("DAY_TOO_LATE", "A result cannot lie in the future.");
        }
        if (entry.takesBack() && entry.corrects() == null) {
            throw new AdminRefused("REQUIRED", "Say which result is taken back.");
        }
        if (entry.file() != null
                && files.present(connection, List.of(entry.file())).isEmpty()) {
            throw new AdminRefused("FILE_MISSING", "The file has not arrived yet.");
        }
    }
}
