package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterDiff;
import vn.sothon.server.loan.importer.RosterKind;

/**
 * What a roster would do if it were applied now. A roster of group leaders counts groups, every other one loans.
 *
 * @param communes codes of the communes it would change anything of
 * @param lines the first {@value #MOST_LINES} of what would be added, changed or closed
 * @param problems what is wrong, by row
 */
public record RosterPreview(
        RosterKind kind,
        LocalDate period,
        int rowsRead,
        int added,
        int changed,
        int closed,
        int unchanged,
        int leftOut,
        Set<String> communes,
        List<Line> lines,
        List<RosterOutcome.Problem> problems) {
    /** More are counted, not listed: nobody reads on. */
    public static final int MOST_LINES = 300;

    /** What would become of one loan or group. */
    public enum What {
        ADDED,
        CHANGED,
        CLOSED
    }

    /**
     * One loan or group.
     *
     * @param row as the spreadsheet counts; 0 for a loan that the roster does not name
     * @param why with CLOSED: the reason's code
     */
    public record Line(
            What what,
            int row,
            String number,
            String name,
            @Nullable String why,
            List<RosterDiff.FieldChange> fields) {}

    public RosterPreview {
        communes = Set.copyOf(communes);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    public boolean changesNothing() {
        return added + changed + closed == 0;
    }

    static RosterPreview of(Roster roster, LocalDate period, LoanPlan plan, List<RosterOutcome.Problem> problems) {
        RosterDiff diff = plan.diff();
        Map<String, String> names = new HashMap<>();
        plan.steps()
                .forEach(step -> names.put(step.after().number(), step.after().borrower()));
        List<Line> lines = new ArrayList<>();
        for (RosterDiff.Closed closing : diff.closed()) {
            int row = closing.row() == null ? 0 : closing.row().rowNumber();
            String name = name(names.get(closing.loanNumber()));
            lines.add(new Line(
                    What.CLOSED,
                    row,
                    closing.loanNumber(),
                    name,
                    closing.reason().name(),
                    List.of()));
        }
        diff.changed()
                .forEach(change -> lines.add(new Line(
                        What.CHANGED,
                        change.row().rowNumber(),
                        change.row().loanNumber(),
                        name(change.row().borrowerName()),
                        null,
                        change.fields())));
        diff.added()
                .forEach(row -> lines.add(new Line(
                        What.ADDED, row.rowNumber(), row.loanNumber(), name(row.borrowerName()), null, List.of())));
        return new RosterPreview(
                roster.kind(),
                period,
                roster.rowsRead(),
                diff.added().size(),
                diff.changed().size(),
                diff.closed().size(),
                diff.unchanged().size(),
                plan.leftOut(),
                plan.touched(),
                first(lines),
                problems);
    }

    static RosterPreview of(
            Roster roster, LocalDate period, GroupLeaderPlanning.Plan plan, List<RosterOutcome.Problem> problems) {
        List<Line> lines = new ArrayList<>();
        int added = 0;
        for (GroupChange change : plan.changes()) {
            StoredGroup before = change.before();
            StoredGroup after = change.after();
            added += before == null ? 1 : 0;
            lines.add(new Line(
                    before == null ? What.ADDED : What.CHANGED,
                    0,
                    after.code(),
                    after.name(),
                    null,
                    before == null || Objects.equals(before.leaderName(), after.leaderName())
                            ? List.of()
                            : List.of(new RosterDiff.FieldChange(
                                    RosterColumn.LEADER_NAME, before.leaderName(), after.leaderName()))));
        }
        return new RosterPreview(
                roster.kind(),
                period,
                roster.rowsRead(),
                added,
                plan.changes().size() - added,
                0,
                plan.unchanged(),
                plan.leftOut(),
                GroupChange.communes(plan.changes()),
                first(lines),
                problems);
    }

    private static List<Line> first(List<Line> lines) {
        return lines.subList(0, Math.min(MOST_LINES, lines.size()));
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }
}
