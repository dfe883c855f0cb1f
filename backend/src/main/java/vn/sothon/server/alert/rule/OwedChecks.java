package vn.sothon.server.alert.rule;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.loan.DueCheckLookup.OpenCheck;

/** Open checks put together into one matter per group, and per week where that is asked for. */
final class OwedChecks {
    private OwedChecks() {}

    /**
     * One notice per group and span.
     *
     * @param span what tells a group's matters apart
     */
    static List<Noticed> byGroup(
            AlertRule rule, String communeCode, List<OpenCheck> checks, Function<LocalDate, String> span) {
        Map<String, List<OpenCheck>> matters = new LinkedHashMap<>();
        for (OpenCheck check : checks) {
            matters.computeIfAbsent(owner(check, communeCode) + " " + span.apply(check.dueOn()), m -> new ArrayList<>())
                    .add(check);
        }
        List<Noticed> noticed = new ArrayList<>();
        matters.forEach((matter, owed) -> {
            OpenCheck first = owed.get(0);
            noticed.add(new Noticed(
                    rule,
                    matter,
                    null,
                    new Noticed.Place(communeCode, first.villageCode(), first.groupCode(), first.association()),
                    Noticed.Refs.NONE,
                    Map.of(
                            "groupName",
                            name(first, communeCode),
                            "loans",
                            Integer.toString(owed.size()),
                            "firstDay",
                            first.dueOn().toString())));
        });
        return noticed;
    }

    /** The ISO week a day lies in: {@code 2026-W10}. */
    static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** A loan outside any group is its village's. */
    private static String owner(OpenCheck check, String communeCode) {
        if (check.groupCode() != null) {
            return "group " + check.groupCode();
        }
        return "village " + Objects.requireNonNullElse(check.villageCode(), communeCode);
    }

    private static String name(OpenCheck check, String communeCode) {
        if (check.groupName() != null) {
            return check.groupName();
        }
        String code = check.groupCode() != null ? check.groupCode() : check.villageCode();
        return Objects.requireNonNullElse(code, communeCode);
    }
}
