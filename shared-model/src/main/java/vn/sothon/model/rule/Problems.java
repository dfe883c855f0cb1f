package vn.sothon.model.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Push.Problem;

/** Gathers what is wrong with which field. */
final class Problems {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    private final List<Problem> found = new ArrayList<>();

    void add(String field, String code) {
        found.add(new Problem(field, code));
    }

    void require(String field, @Nullable Object value) {
        if (value == null) {
            add(field, "REQUIRED");
        } else if (value instanceof CharSequence text && text.toString().trim().isEmpty()) {
            add(field, "REQUIRED");
        }
    }

    void notNegative(String field, @Nullable Long value) {
        if (value != null && value < 0) {
            add(field, "NEGATIVE");
        }
    }

    void notNegative(String field, @Nullable Integer value) {
        notNegative(field, value == null ? null : (Long) value.longValue());
    }

    void notAllowed(String field, @Nullable Object value) {
        if (value != null) {
            add(field, "NOT_ALLOWED");
        }
    }

    void atMost(String field, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            add(field, "TOO_LONG");
        }
    }

    /** Years that a phone's clock or a deadline can honestly name; beyond them stores and calendars differ. */
    void inOurTimes(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            add(field, "OUT_OF_RANGE");
        }
    }

    void inOurTimes(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1970 || day.getYear() > 2999)) {
            add(field, "OUT_OF_RANGE");
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
