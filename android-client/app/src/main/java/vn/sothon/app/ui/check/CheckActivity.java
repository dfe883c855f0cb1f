package vn.sothon.app.ui.check;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.form.FormFlow;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.FormScreen;
import vn.sothon.app.ui.form.FormState;
import vn.sothon.app.ui.form.Questions;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.record.Draft;

/** A loan-use check. Asked for by {@link Destination#LOAN}, {@link Destination#NUMBER} or {@link Destination#DRAFT}. */
public final class CheckActivity extends FormScreen<CheckForm, CheckStep> {
    private @Nullable Shots shots;

    @Override
    protected Optional<Draft> draft(OpenProfile open) {
        CheckBegin begin = new CheckBegin(open.phone());
        String number = getIntent().getStringExtra(Destination.NUMBER);
        if (number != null) {
            return begin.ofNumber(number);
        }
        String loan = getIntent().getStringExtra(Destination.LOAN);
        return loan == null ? named(open) : begin.ofLoan(UUID.fromString(loan));
    }

    @Override
    protected int gone() {
        return R.string.check_gone;
    }

    @Override
    protected Questions<CheckForm, CheckStep> questions(OpenProfile open) {
        return new CheckQuestions();
    }

    @Override
    protected void begun(OpenProfile open, FormFlow<CheckForm, CheckStep> begun) {
        Shots camera = new Shots(this, begun, open.photos(), SothonApp.services(this));
        shots = camera;
        camera.takeInWhatWasLeft();
    }

    @Override
    protected void draw(FormState<CheckForm, CheckStep> state, FormParts<CheckForm, CheckStep> parts) {
        new CheckPages(parts, shots).draw(state);
    }

    @Override
    protected int nextWork() {
        return R.string.done_next;
    }

    @Override
    protected CharSequence who(CheckForm form) {
        String name = form.borrower();
        String number = form.draft().about().loanNumber();
        return name != null ? name : number == null ? "" : number;
    }
}
