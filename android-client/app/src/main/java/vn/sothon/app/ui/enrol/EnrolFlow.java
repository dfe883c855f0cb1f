package vn.sothon.app.ui.enrol;

import android.os.Build;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.ui.enrol.EnrolState.Problem;
import vn.sothon.app.ui.enrol.EnrolState.Step;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.enrol.Enroller.Invitation;
import vn.sothon.client.lock.PinGate;

/** What enrolling does, without its pictures. Called and heard on the main thread. */
final class EnrolFlow {
    private static final int TOO_MANY_REQUESTS = 429;

    private final AppServices services;
    private final Executor mainThread;
    private final Listener listener;
    private final boolean another;
    private EnrolState state = EnrolState.begin();
    private @Nullable OpenProfile profile;

    /** Shows what changed. */
    interface Listener {
        void render(EnrolState state);

        void done();
    }

    /**
     * An enrolment.
     *
     * @param another one more person comes to this phone; what is the others' stays untouched
     */
    EnrolFlow(AppServices services, Executor mainThread, Listener listener, boolean another) {
        this.services = services;
        this.mainThread = mainThread;
        this.listener = listener;
        this.another = another;
    }

    EnrolState state() {
        return state;
    }

    /** Goes on where an earlier process stopped: enrolled, but without a PIN. */
    void begin() {
        try {
            Optional<OpenProfile> current = services.current();
            if (!another
                    && current.isPresent()
                    && current.get().session().isPresent()
                    && !current.get().pin().isSet()) {
                profile = current.get();
                state = state.at(Step.PIN);
            }
        } catch (IOException e) {
            services.log().note(e);
        }
        listener.render(state);
    }

    void wantsToType() {
        show(state.at(Step.TYPE));
    }

    void scanned(String text) {
        Optional<Invitation> invitation = Invitation.ofQr(text);
        show(invitation.isPresent() ? state.invitedBy(invitation.get()) : state.failing(Problem.NOT_OUR_QR));
    }

    void typed(String server, String code) {
        show(state.invitedBy(Invitation.typed(server, code)));
    }

    /** The person has read what is kept and goes on. */
    void agreed() {
        Invitation invitation = state.invitation();
        if (invitation == null || state.busy()) {
            return;
        }
        show(state.asking());
        services.background().execute(() -> {
            Asked asked = ask(invitation);
            mainThread.execute(() -> answered(asked));
        });
    }

    void pin(String digits) {
        if (state.step() == Step.PIN) {
            show(PinGate.isUsable(digits) ? state.withFirstPin(digits) : state.failing(Problem.PIN_TOO_EASY));
        } else if (!digits.equals(state.firstPin())) {
            show(state.at(Step.PIN).failing(Problem.PINS_DIFFER));
        } else {
            keep(digits);
        }
    }

    /** Whether there was a step to go back to. */
    boolean back() {
        Step back = state.back();
        if (back == null || state.busy()) {
            return false;
        }
        show(state.at(back));
        return true;
    }

    private void keep(String digits) {
        OpenProfile whose = profile;
        if (whose == null) {
            return;
        }
        show(state.at(Step.PULL));
        services.background().execute(() -> {
            whose.pin().set(digits);
            whose.sync().run();
            mainThread.execute(() -> {
                whose.lock().unlock();
                listener.done();
            });
        });
    }

    /** What came of asking the server. */
    private record Asked(@Nullable OpenProfile profile, @Nullable Problem problem) {}

    private Asked ask(Invitation invitation) {
        try {
            OpenProfile whose = forThis();
            EnrolOutcome outcome = services.enrol(
                    whose,
                    invitation,
                    new Enroller.Device(
                            Build.MODEL,
                            Build.MANUFACTURER + " " + Build.MODEL,
                            Build.VERSION.RELEASE,
                            services.machine().appVersion()));
            return new Asked(whose, problem(outcome, whose.session().isPresent()));
        } catch (IOException e) {
            services.log().note(e);
            return new Asked(null, Problem.STORAGE);
        }
    }

    /** A person who forgot the PIN comes back to the own profile; otherwise a fresh one. */
    private OpenProfile forThis() throws IOException {
        OpenProfile begun = profile;
        if (begun != null) {
            return begun;
        }
        if (another) {
            return services.anotherProfile();
        }
        Optional<OpenProfile> current = services.current();
        return current.isPresent() ? current.get() : services.newProfile();
    }

    private void answered(Asked asked) {
        profile = asked.profile();
        Problem problem = asked.problem();
        show(problem == null ? state.at(Step.PIN) : state.failing(problem));
    }

    private static @Nullable Problem problem(EnrolOutcome outcome, boolean somebodys) {
        if (outcome instanceof EnrolOutcome.Enrolled) {
            return null;
        }
        if (outcome instanceof EnrolOutcome.Refused refused) {
            Problem refusal = somebodys ? Problem.CODE_REFUSED_HERE : Problem.CODE_REFUSED;
            return refused.status() == TOO_MANY_REQUESTS ? Problem.TOO_MANY_TRIES : refusal;
        }
        if (outcome instanceof EnrolOutcome.NotTheServer) {
            return Problem.WRONG_SERVER;
        }
        return outcome instanceof EnrolOutcome.BelongsElsewhere ? Problem.BELONGS_ELSEWHERE : Problem.UNREACHABLE;
    }

    private void show(EnrolState next) {
        state = next;
        listener.render(next);
    }
}
