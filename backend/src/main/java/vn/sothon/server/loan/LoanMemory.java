package vn.sothon.server.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.loan.importer.RosterColumn;

/** A loan and what it owed, as text: the state an import replaced. */
record LoanMemory(
        @JsonProperty("number") String number,
        @JsonProperty("facts") Map<String, String> facts,
        @JsonProperty("open") boolean open,
        @JsonProperty("closedReason") @Nullable String closedReason,
        @JsonProperty("period") @Nullable LocalDate period,
        @JsonProperty("checks") List<Check> checks) {

    record Check(
            @JsonProperty("id") UUID id,
            @JsonProperty("kind") DueCheck.Kind kind,
            @JsonProperty("dueOn") LocalDate dueOn,
            @JsonProperty("doneBy") @Nullable UUID doneBy) {}

    static String of(StoredLoan loan, List<DueCheck> checks) {
        Map<String, String> facts = new TreeMap<>();
        loan.facts().forEach((column, value) -> facts.put(column.name(), value.toString()));
        return Json.write(new LoanMemory(
                loan.number(),
                facts,
                loan.open(),
                loan.closedReason(),
                loan.period(),
                checks.stream()
                        .map(check -> new Check(check.id(), check.kind(), check.dueOn(), check.doneBy()))
                        .toList()));
    }

    static LoanMemory read(String text) {
        try {
            return Json.tolerant(text, LoanMemory.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("what an import replaced is not understood", e);
        }
    }

    StoredLoan loan(UUID id, long version) {
        EnumMap<RosterColumn, Object> values = new EnumMap<>(RosterColumn.class);
        for (LoanField field : LoanField.values()) {
            String value = facts.get(field.column().name());
            if (value != null) {
                values.put(field.column(), field.parse(value));
            }
        }
        return new StoredLoan(id, number, values, open, closedReason, period, version);
    }
}
