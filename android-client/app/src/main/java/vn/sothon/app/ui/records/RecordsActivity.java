package vn.sothon.app.ui.records;

import android.content.Intent;
import android.os.Bundle;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.data.sync.LastSync;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Corrections;
import vn.sothon.client.record.Draft;
import vn.sothon.model.record.RecordKind;

/** The records of this phone, and "send now". */
public final class RecordsActivity extends Screen {
    private @Nullable OpenProfile profile;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.records);
        findViewById(R.id.records_back).setOnClickListener(v -> finish());
        findViewById(R.id.records_send).setOnClickListener(v -> send());
    }

    @Override
    protected void onResume() {
        super.onResume();
        profile = Doorway.enter(this);
        read();
    }

    @Override
    protected void syncEnded() {
        read();
    }

    private void read() {
        OpenProfile open = profile;
        if (open != null) {
            SothonApp.services(this).background().execute(() -> {
                RecordsState state = RecordsState.read(open);
                ContextCompat.getMainExecutor(this).execute(() -> render(state));
            });
        }
    }

    private void send() {
        SothonApp.services(this).schedule().soon();
        this.<TextView>findViewById(R.id.records_last).setText(R.string.records_asked);
    }

    private void render(RecordsState state) {
        this.<TextView>findViewById(R.id.records_counts).setText(waiting(state));
        this.<TextView>findViewById(R.id.records_last).setText(last(state.last()));
        ViewGroup column = findViewById(R.id.records_list);
        Page page = new Page(column);
        if (state.lines().isEmpty()) {
            page.text(getText(R.string.records_none));
        }
        for (OpenDraft draft : state.drafts()) {
            CharSequence kind = getText(RecordCard.kind(draft.kind()));
            page.choice(
                    draft.about() == null
                            ? getString(R.string.records_go_on, kind)
                            : getString(R.string.records_go_on_about, kind, draft.about()),
                    false,
                    () -> startActivity(screen(draft.kind())
                            .intent(this)
                            .putExtra(Destination.DRAFT, draft.id().toString())));
        }
        for (OpenVisit visit : state.visits()) {
            page.choice(
                    getString(
                            R.string.records_close, visit.groupName() == null ? "" : visit.groupName(), visit.checks()),
                    false,
                    () -> startActivity(Destination.SHEET
                            .intent(this)
                            .putExtra(Destination.VISIT, visit.visitId().toString())));
        }
        for (RecordLine line : state.lines(getIntent().getStringExtra(Destination.RECORD))) {
            new RecordCard(page, getResources()).draw(line, () -> mend(line), () -> copy(line));
        }
    }

    private void copy(RecordLine line) {
        startActivity(Destination.COPY
                .intent(this)
                .putExtra(Destination.RECORD, line.id().toString()));
    }

    private String waiting(RecordsState state) {
        if (state.photos() > 0) {
            return getString(R.string.records_waiting, state.unsent(), state.photos());
        }
        return state.unsent() == 0
                ? getString(R.string.today_all_sent)
                : getString(R.string.records_waiting_no_photo, state.unsent());
    }

    private CharSequence last(@Nullable LastSync last) {
        if (last == null) {
            return getText(R.string.sync_never);
        }
        return getText(
                switch (last.end()) {
                    case WHOLE -> R.string.sync_whole;
                    case BROKEN_OFF, UNREACHABLE -> R.string.sync_unreachable;
                    case NOT_OUR_SERVER -> R.string.sync_not_ours;
                    case BUSY, SERVER_ERROR -> R.string.sync_busy;
                    case UNAUTHORISED, REVOKED -> R.string.sync_revoked;
                    case NOT_UNDERSTOOD, REFUSED -> R.string.sync_refused;
                });
    }

    /** A refused record is never changed: its words become a new draft, opened where the first problem is. */
    private void mend(RecordLine line) {
        OpenProfile open = profile;
        if (open == null) {
            return;
        }
        for (BookedRecord record : open.phone().store().book().all()) {
            if (record.id().equals(line.id())) {
                UUID id = open.phone().newId();
                Draft draft = Corrections.draft(id, record, getString(R.string.records_mend_reason));
                open.phone().save(draft);
                Intent form = screen(line.kind()).intent(this).putExtra(Destination.DRAFT, id.toString());
                if (!line.problems().isEmpty()) {
                    form.putExtra(Destination.FIELD, line.problems().get(0).field())
                            .putExtra(Destination.CODE, line.problems().get(0).code());
                }
                startActivity(form);
                return;
            }
        }
    }

    private static Destination screen(RecordKind kind) {
        return switch (kind) {
            case CHECK_SHEET -> Destination.SHEET;
            case MONITORING_MINUTES -> Destination.MINUTES;
            default -> Destination.CHECK;
        };
    }
}
