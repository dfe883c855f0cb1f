package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Progress as lines for a person at a terminal; what there is none of is not mentioned. */
final class ProgressText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final Words words;
    private final PrintWriter out;

    ProgressText(Locale locale, PrintWriter out) {
        this.words = Words.of("progress", locale);
        this.out = out;
    }

    void print(JsonNode report) {
        out.println(words.say(
                "head",
                Map.of(
                        "from", month(report.path("period").path("from").asText()),
                        "to", month(report.path("period").path("to").asText()),
                        "day", LocalDate.parse(report.path("asOf").asText()).format(DAY))));
        if (report.has("place")) {
            out.println(
                    words.say("place", Map.of("name", report.path("placeName").asText())));
        }
        if (report.has("plans") && report.path("plans").isEmpty()) {
            out.println(words.say("noPlan", Map.of()));
        }
        report.path("plans").forEach(this::plan);
        for (JsonNode row : report.path("rows")) {
            String name = row.has("monday")
                    ? words.say(
                            "week",
                            Map.of(
                                    "week",
                                    row.path("week").asText(),
                                    "day",
                                    LocalDate.parse(row.path("monday").asText()).format(DAY)))
                    : row.path("name").asText();
            out.println();
            out.println(name);
            figures(row.path("figures"), true);
        }
    }

    private void plan(JsonNode plan) {
        out.println();
        out.println(plan.path("title").asText());
        if (plan.path("waiting").asInt() > 0) {
            out.println(words.say("waiting", Map.of("n", plan.path("waiting").asText())));
        }
        figures(plan.path("all"), true);
        int quiet = 0;
        for (JsonNode task : plan.path("tasks")) {
            if (task.path("figures").path("records").asLong() == 0 && !task.hasNonNull("results")) {
                quiet++;
                continue;
            }
            out.println();
            out.println(task.path("key").asText() + "  " + task.path("title").asText());
            if (!task.path("units").isEmpty()) {
                out.println("    " + words.say("units", Map.of("units", joined(task.path("units"), "; "))));
            }
            figures(task.path("figures"), false);
            results(task.path("results"));
            if (!task.path("below").isEmpty()) {
                StringJoiner below = new StringJoiner(", ");
                task.path("below")
                        .forEach(one -> below.add(one.path("areaCode").asText() + " "
                                + one.path("key").asText()));
                out.println("    " + words.say("below", Map.of("tasks", below.toString())));
            }
        }
        for (JsonNode unit : plan.path("units")) {
            out.println();
            String name = unit.path("unit").asText();
            out.println((name.isEmpty() ? words.say("noUnit", Map.of()) : name) + " ("
                    + joined(unit.path("tasks"), ", ") + ")");
            figures(unit.path("figures"), false);
            results(unit.path("results"));
        }
        if (quiet > 0) {
            out.println();
            out.println(words.say("quiet", Map.of("n", words.number(quiet))));
        }
    }

    /** What loans owe stands with a place, never with a task. */
    private void figures(JsonNode figures, boolean ofPlace) {
        line("records", figures, "records", "checks", "attempts", "minutes");
        if (ofPlace) {
            line("due", figures, "due", "checked", "inTime", "checkedLate", "overdue", "notYetDue");
            line("groups", figures, "groupsDue", "groupsChecked");
            line("lapsed", figures, "lapsed");
        } else {
            line("checked", figures, "checked", "inTime", "checkedLate");
        }
        if (!figures.path("findings").isEmpty()) {
            StringJoiner found = new StringJoiner("; ");
            for (Map.Entry<String, JsonNode> one : figures.path("findings").properties()) {
                found.add(words.say("finding." + one.getKey(), Map.of()) + " "
                        + words.number(one.getValue().asLong()));
            }
            out.println("    " + words.say("findings", Map.of("list", found.toString())));
        }
        line(
                "recommendations",
                figures,
                "recommendations",
                "openRecommendations",
                "lateRecommendations",
                "closedRecommendations");
    }

    private void results(JsonNode done) {
        if (done.isObject()) {
            String day = LocalDate.parse(done.path("lastDoneOn").asText()).format(DAY);
            String n = words.number(done.path("results").asLong());
            out.println("    " + words.say("results", Map.of("n", n, "day", day)));
        }
    }

    private void line(String sentence, JsonNode figures, String first, String... others) {
        long n = figures.path(first).asLong();
        if (n == 0 && !first.equals("records")) {
            return;
        }
        Map<String, String> values = new HashMap<>();
        values.put(first, words.number(n));
        for (String other : others) {
            values.put(other, words.number(figures.path(other).asLong()));
        }
        out.println("    " + words.say(sentence, values));
    }

    private static String month(String text) {
        return YearMonth.parse(text).format(MONTH);
    }

    private static String joined(JsonNode list, String between) {
        StringJoiner joined = new StringJoiner(between);
        list.forEach(item -> joined.add(item.asText()));
        return joined.toString();
    }
}
