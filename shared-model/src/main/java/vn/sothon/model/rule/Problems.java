package vn.sothon.model.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Push.Problem;

/** Gathers what is wrong with which field. */
final class Problems {
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

    void atMost(String field, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            add(field, "TOO_LONG");
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
