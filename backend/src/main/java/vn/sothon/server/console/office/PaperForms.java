package vn.sothon.server.console.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.PaperOrigin;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.desk.Paper;
import vn.sothon.server.loan.LoanBook;

/** Reads the forms into papers; what is wrong is said at the field. */
final class PaperForms {
    /** How many recommendations the form of minutes holds. */
    static final int RECOMMENDATIONS = 3;

    private static final int SHORT = 200;
    private static final int LONG = 4000;

    /** What a paper is. */
    enum Kind {
        SHEET,
        MINUTES
    }

    /** Findings that need no further word. */
    enum Plain {
        MISUSE,
        PARTIAL_MISUSE,
        NOT_FULLY_RECEIVED,
        PROXY_BORROWING,
        MISAPPROPRIATION,
        ABSCONDED,
        DECEASED_OR_MISSING,
        INTEREST_ARREARS,
        OVERDUE,
        BUSINESS_LOSS,
        UNWILLING_TO_PAY,
        WRONG_ELIGIBILITY,
        RECORDS_MISSING,
        UNLAWFUL_FEE,
        GROUP_IRREGULAR,
        OTHER
    }

    private PaperForms() {}

    /** A sheet, if it could be read; {@code rowKeys} name the loan of each row. */
    record SheetTyped(Paper.@Nullable Sheet sheet, List<String> rowKeys) {}

    static SheetTyped sheet(UUID id, String group, List<LoanBook.Entry> loans, Form form, LocalDate today) {
        PaperOrigin origin = origin(form, today);
        Optional<VisitKind> visit = form.choice("visit", VisitKind.class);
        List<Paper.Row> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (LoanBook.Entry loan : loans) {
            String key = loan.id().toString();
            if (form.checked("outcome-" + key)) {
                row(form, loan, key).ifPresent(row -> {
                    rows.add(row);
                    keys.add(key);
                });
            }
        }
        if (rows.isEmpty() && form.isGood()) {
            form.refuse("rows", "paper.problem.NO_ROWS");
        }
        @Nullable String body = form.optional("checkingBody", SHORT);
        @Nullable String place = form.optional("place", SHORT);
        @Nullable String planOfUse = form.optional("planOfUse", LONG);
        @Nullable String measures = form.optional("measures", LONG);
        List<Inspector> inspectors = inspectors(form);
        if (!form.isGood() || visit.isEmpty() || origin == null) {
            return new SheetTyped(null, keys);
        }
        return new SheetTyped(
                new Paper.Sheet(id, origin, group, visit.get(), body, inspectors, place, rows, planOfUse, measures),
                keys);
    }

    private static Optional<Paper.Row> row(Form form, LoanBook.Entry loan, String key) {
        Optional<Outcome> outcome = form.choice("outcome-" + key, Outcome.class);
        boolean checked = outcome.isPresent() && outcome.get() == Outcome.CHECKED;
        @Nullable Long received = money(form, "reallyReceived-" + key, checked);
        @Nullable Long proper = money(form, "properAmount-" + key, checked);
        @Nullable Long misused = money(form, "misusedAmount-" + key, checked);
        @Nullable Long interest = Posted.money(form, "interestOwed-" + key);
        @Nullable String usedFor = form.optional("usedFor-" + key, SHORT);
        if (checked && usedFor == null) {
            form.refuse("usedFor-" + key, "form.required");
        }
        return outcome.map(how -> new Paper.Row(
                loan.id(), null, how, received, null, usedFor, proper, misused, interest, null, List.of()));
    }

    static Paper.@Nullable Minutes minutes(
            UUID id, String commune, PaperController.Minutes page, Form form, LocalDate today) {
        PaperOrigin origin = origin(form, today);
        Optional<MonitoringMinutes.Form> kind = form.choice("form", MonitoringMinutes.Form.class);
        @Nullable String group = oneOf(form, "groupCode", page.groups());
        @Nullable String village = oneOf(form, "villageCode", page.villages());
        if (kind.isPresent() && kind.get() == MonitoringMinutes.Form.GROUP_16TD && group == null) {
            form.refuse("groupCode", "form.required");
        }
        String content = form.required("content", LONG);
        @Nullable String place = form.optional("place", SHORT);
        @Nullable String strengths = form.optional("strengths", LONG);
        @Nullable String shortcomings = form.optional("shortcomings", LONG);
        List<Paper.Wanted> wanted = new ArrayList<>();
        for (int i = 1; i <= RECOMMENDATIONS; i++) {
            @Nullable String text = form.optional("recommendation-" + i, LONG);
            @Nullable LocalDate deadline = form.day("deadline-" + i).orElse(null);
            @Nullable String responsible = form.optional("responsible-" + i, SHORT);
            if (text != null) {
                wanted.add(new Paper.Wanted(text, deadline, responsible));
            } else if (deadline != null || responsible != null) {
                form.refuse("recommendation-" + i, "form.required");
            }
        }
        List<Inspector> team = inspectors(form);
        List<Finding> findings = form.checked("finding")
                ? form.choice("finding", Plain.class).stream()
                        .map(code -> Finding.of(FindingCode.valueOf(code.name())))
                        .toList()
                : List.of();
        if (!form.isGood() || kind.isEmpty() || origin == null) {
            return null;
        }
        return new Paper.Minutes(
                id,
                origin,
                kind.get(),
                subject(kind.get()),
                commune,
                village,
                group,
                place,
                team,
                content,
                strengths,
                shortcomings,
                wanted,
                findings);
    }

    private static RecordSubject subject(MonitoringMinutes.Form form) {
        return switch (form) {
            case GROUP_16TD -> RecordSubject.GROUP;
            case ASSOCIATION_02BB -> RecordSubject.COMMUNE;
            case VILLAGE -> RecordSubject.VILLAGE;
        };
    }

    private static @Nullable PaperOrigin origin(Form form, LocalDate today) {
        String author = form.required("author", SHORT);
        @Nullable String number = form.optional("number", SHORT);
        if (form.value("madeOn").isEmpty()) {
            form.refuse("madeOn", "form.required");
        }
        Optional<LocalDate> madeOn = form.day("madeOn");
        madeOn.filter(day -> day.isAfter(today) || day.isBefore(today.minusYears(5)))
                .ifPresent(day -> form.refuse("madeOn", "paper.problem.MADE_ON"));
        return madeOn.map(day -> new PaperOrigin(day, author, number)).orElse(null);
    }

    /** One per line. */
    private static List<Inspector> inspectors(Form form) {
        @Nullable String lines = form.optional("inspectors", LONG);
        return lines == null
                ? List.of()
                : Arrays.stream(lines.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> new Inspector(line, null))
                        .toList();
    }

    private static @Nullable Long money(Form form, String field, boolean needed) {
        if (needed && form.value(field).isEmpty()) {
            form.refuse(field, "form.required");
        }
        return Posted.money(form, field);
    }

    private static @Nullable String oneOf(Form form, String field, List<Choice> choices) {
        String value = form.value(field);
        if (choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            form.refuse(field, "form.not-one-of-these");
        }
        return value.isEmpty() ? null : value;
    }
}
