package vn.sothon.server.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterKind;

/**
 * What an import did. A roster of group leaders counts groups, every other one loans.
 *
 * @param result UNCHANGED: the store said all of it already
 * @param rowsRead data rows met, bad and merged ones included
 * @param closed with a reason each, never deleted
 * @param unaccounted not named by a full roster that has illegible rows: left as they are
 * @param leftOut rows that were read but not applied; the problems say why
 * @param merged rows that told of a loan already told of
 * @param checksOwed checks that became due with this import
 */
public record RosterOutcome(
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "result", required = true) Result result,
        @JsonProperty(value = "kind", required = true) RosterKind kind,
        @JsonProperty(value = "period", required = true) LocalDate period,
        @JsonProperty("rowsRead") int rowsRead,
        @JsonProperty("added") int added,
        @JsonProperty("changed") int changed,
        @JsonProperty("unchanged") int unchanged,
        @JsonProperty("closed") List<Closed> closed,
        @JsonProperty("unaccounted") List<String> unaccounted,
        @JsonProperty("leftOut") int leftOut,
        @JsonProperty("merged") int merged,
        @JsonProperty("outstandingNotCountedAgain") long outstandingNotCountedAgain,
        @JsonProperty("groupsAdded") int groupsAdded,
        @JsonProperty("groupsChanged") int groupsChanged,
        @JsonProperty("checksOwed") int checksOwed,
        @JsonProperty("problems") List<Problem> problems) {

    public enum Result {
        APPLIED,
        UNCHANGED
    }

    /** A loan that was closed, and why. */
    public record Closed(
            @JsonProperty(value = "number", required = true) String number,
            @JsonProperty(value = "reason", required = true) String reason) {}

    /**
     * One thing wrong.
     *
     * @param row the first row it was met in, as the spreadsheet counts; 0 when it concerns no row
     * @param rows how many rows have it
     * @param column the roster's column, where one cell is at fault
     * @param text what stood there
     */
    public record Problem(
            @JsonProperty("row") int row,
            @JsonProperty("rows") int rows,
            @JsonProperty("column") @Nullable String column,
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty("text") String text) {}

    public RosterOutcome {
        closed = List.copyOf(closed);
        unaccounted = List.copyOf(unaccounted);
        problems = List.copyOf(problems);
    }
}
