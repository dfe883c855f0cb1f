package vn.sothon.server.console.records;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.RecordKind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Inside;

/**
 * What a list of records is narrowed to.
 *
 * @param search part of a borrower's or author's name, marks and case aside, or of a loan's number
 * @param untied only those that found no task
 * @param task only those tied to it
 */
public record RecordFilter(
        String search,
        @Nullable String village,
        @Nullable String group,
        @Nullable RecordKind kind,
        @Nullable FindingCode finding,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean untied,
        @Nullable UUID task) {

    /** Reads it from what a form asks; what cannot be read narrows nothing and is told at its field. */
    static RecordFilter of(Form form) {
        return new RecordFilter(
                form.value("search"),
                form.optional("village", 20),
                form.optional("group", 20),
                form.value("kind").isEmpty()
                        ? null
                        : form.choice("kind", RecordKind.class).orElse(null),
                form.value("finding").isEmpty()
                        ? null
                        : form.choice("finding", FindingCode.class).orElse(null),
                form.day("from").orElse(null),
                form.day("to").orElse(null),
                form.checked("untied"),
                task(form.value("task")));
    }

    /** The same as a part of an address, ready for one more thing to be asked. */
    public String asked() {
        StringBuilder asked = new StringBuilder("?");
        add(asked, "search", search);
        add(asked, "village", village);
        add(asked, "group", group);
        add(asked, "kind", kind);
        add(asked, "finding", finding);
        add(asked, "from", from);
        add(asked, "to", to);
        add(asked, "untied", untied ? "yes" : null);
        add(asked, "task", task);
        return asked.toString();
    }

    private static @Nullable UUID task(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void add(StringBuilder asked, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            asked.append(name)
                    .append('=')
                    .append(Inside.encoded(value.toString()))
                    .append('&');
        }
    }
}
