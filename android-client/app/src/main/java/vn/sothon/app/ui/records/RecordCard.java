package vn.sothon.app.ui.records;

import android.content.res.Resources;
import android.view.View;
import android.widget.TextView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Page;
import vn.sothon.client.record.RecordState;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.sync.TieView;

/** One record: whose, how far it has come, and what is to be done about it. */
final class RecordCard {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Page page;
    private final Resources words;

    RecordCard(Page page, Resources words) {
        this.page = page;
        this.words = words;
    }

    void draw(RecordLine line, Runnable mend, Runnable copy) {
        View card = page.add(R.layout.part_record);
        card.<TextView>findViewById(R.id.record_about)
                .setText(line.about() == null ? words.getString(kind(line.kind())) : line.about());
        card.<TextView>findViewById(R.id.record_kind)
                .setText(words.getString(
                        R.string.record_kind_and_day,
                        words.getString(kind(line.kind())),
                        WHEN.format(line.sealedAt().atZone(ZONE))));
        card.<TextView>findViewById(R.id.record_state).setText(state(line));
        TextView more = card.findViewById(R.id.record_more);
        String said = more(line);
        more.setText(said);
        more.setVisibility(said.isEmpty() ? View.GONE : View.VISIBLE);
        View button = card.findViewById(R.id.record_mend);
        button.setVisibility(line.canBeMended() ? View.VISIBLE : View.GONE);
        button.setOnClickListener(v -> mend.run());
        View paper = card.findViewById(R.id.record_copy);
        paper.setVisibility(line.kind() == RecordKind.WITHDRAWAL ? View.GONE : View.VISIBLE);
        paper.setOnClickListener(v -> copy.run());
    }

    private CharSequence state(RecordLine line) {
        return words.getText(
                switch (line.state()) {
                    case SAVED_ON_PHONE -> R.string.state_saved;
                    case SENDING -> R.string.state_sending;
                    case RECEIVED -> R.string.state_received;
                    case HELD -> R.string.state_held;
                    case REJECTED -> line.mended() ? R.string.state_mended : R.string.state_rejected;
                });
    }

    private String more(RecordLine line) {
        if (line.state() == RecordState.REJECTED) {
            return line.mended() ? "" : words.getString(R.string.record_refused_for, problem(line));
        }
        StringBuilder said = new StringBuilder();
        if (line.missing() > 0) {
            said.append(words.getString(R.string.record_missing, line.missing()));
        }
        TieView tie = line.tie();
        if (tie != null) {
            said.append(said.length() == 0 ? "" : "\n")
                    .append(words.getString(R.string.record_counts_for, tie.taskCode(), tie.taskTitle()))
                    .append('\n')
                    .append(ReasonSentences.in(
                                    words.getConfiguration().getLocales().get(0))
                            .say(tie.reason()));
        }
        return said.toString();
    }

    private String problem(RecordLine line) {
        return line.problems().isEmpty()
                ? words.getString(R.string.problem_unknown)
                : words.getString(R.string.problem_other, line.problems().get(0).code());
    }

    static int kind(RecordKind kind) {
        return switch (kind) {
            case LOAN_USE_CHECK -> R.string.kind_check;
            case CHECK_SHEET -> R.string.kind_sheet;
            case MONITORING_MINUTES -> R.string.kind_minutes;
            default -> R.string.kind_other;
        };
    }
}
