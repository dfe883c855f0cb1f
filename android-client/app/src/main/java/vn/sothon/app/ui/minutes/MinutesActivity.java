package vn.sothon.app.ui.minutes;

import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.FormScreen;
import vn.sothon.app.ui.form.FormState;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.Questions;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.Draft;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.rule.DueDates;

/** Minutes of monitoring: those begun are offered first; {@link Destination#DRAFT} opens one of them. */
public final class MinutesActivity extends FormScreen<MinutesForm, MinutesStep> {
    private @Nullable MinutesDesk desk;

    @Override
    protected void opened(OpenProfile open) {
        List<Draft> begun = desk(open).begun();
        if (getIntent().hasExtra(Destination.DRAFT) || begun.isEmpty()) {
            super.opened(open);
        } else {
            choose(open, begun);
        }
    }

    private void choose(OpenProfile open, List<Draft> begun) {
        setContentView(R.layout.check);
        this.<TextView>findViewById(R.id.check_who).setText(R.string.kind_minutes);
        findViewById(R.id.check_back).setOnClickListener(v -> finish());
        Page page = new Page(findViewById(R.id.check_page));
        page.question(getText(R.string.minutes_begun));
        for (Draft draft : begun) {
            page.choice(begunOn(new MinutesForm(draft)), false, () -> begin(open, draft));
        }
        MaterialButton next = findViewById(R.id.check_next);
        next.setText(R.string.minutes_new);
        next.setOnClickListener(v -> super.opened(open));
    }

    private CharSequence begunOn(MinutesForm form) {
        String at = form.text("startedAt");
        return at == null
                ? who(form)
                : getString(
                        R.string.minutes_begun_on, who(form), AdvicePages.DAY.format(DueDates.day(Instant.parse(at))));
    }

    @Override
    protected Optional<Draft> draft(OpenProfile open) {
        return getIntent().hasExtra(Destination.DRAFT)
                ? named(open)
                : desk(open).fresh();
    }

    @Override
    protected int gone() {
        return R.string.minutes_gone;
    }

    @Override
    protected Questions<MinutesForm, MinutesStep> questions(OpenProfile open) {
        return new MinutesQuestions(desk(open).villages().size() > 1);
    }

    @Override
    protected void draw(FormState<MinutesForm, MinutesStep> state, FormParts<MinutesForm, MinutesStep> parts) {
        MinutesDesk known = desk;
        if (known != null) {
            new MinutesPages(parts, known).draw(state);
        }
    }

    @Override
    protected CharSequence who(MinutesForm form) {
        Form paper = form.form();
        if (paper == null) {
            return getText(R.string.kind_minutes);
        }
        MinutesDesk known = desk;
        String group = known == null ? null : known.groupName(form.draft());
        CharSequence name = getText(MinutesWords.form(paper));
        return group == null ? name : getString(R.string.minutes_of_group, name, group);
    }

    private MinutesDesk desk(OpenProfile open) {
        MinutesDesk known = desk;
        if (known == null) {
            known = new MinutesDesk(open.phone());
            desk = known;
        }
        return known;
    }
}
