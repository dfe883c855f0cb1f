package vn.sothon.app.ui.enrol;

import org.jspecify.annotations.Nullable;
import vn.sothon.client.enrol.Enroller.Invitation;

/**
 * Where an enrolment stands.
 *
 * @param invitation what was scanned or typed
 * @param firstPin the PIN as typed first, to be typed again
 * @param problem why the last try came to nothing
 * @param busy the server is being asked
 */
record EnrolState(
        Step step,
        @Nullable Invitation invitation,
        @Nullable String firstPin,
        @Nullable Problem problem,
        boolean busy) {

    /** One question a step. */
    enum Step {
        WELCOME,
        TYPE,
        NOTICE,
        PIN,
        PIN_AGAIN,
        PULL
    }

    /** What a person can do something about. */
    enum Problem {
        NOT_OUR_QR,
        UNREACHABLE,
        CODE_REFUSED,
        /** The profile is somebody's; the code may be another's. */
        CODE_REFUSED_HERE,
        WRONG_SERVER,
        BELONGS_ELSEWHERE,
        TOO_MANY_TRIES,
        PIN_TOO_EASY,
        PINS_DIFFER,
        STORAGE
    }

    static EnrolState begin() {
        return new EnrolState(Step.WELCOME, null, null, null, false);
    }

    EnrolState at(Step next) {
        return new EnrolState(next, invitation, firstPin, null, false);
    }

    EnrolState invitedBy(Invitation by) {
        return new EnrolState(Step.NOTICE, by, null, null, false);
    }

    EnrolState asking() {
        return new EnrolState(step, invitation, firstPin, null, true);
    }

    EnrolState failing(Problem why) {
        return new EnrolState(step, invitation, firstPin, why, false);
    }

    EnrolState withFirstPin(String pin) {
        return new EnrolState(Step.PIN_AGAIN, invitation, pin, null, false);
    }

    /** The step that going back leads to; null: out of the enrolment. */
    @Nullable
    Step back() {
        return switch (step) {
            case TYPE, NOTICE -> Step.WELCOME;
            case PIN_AGAIN -> Step.PIN;
            case WELCOME, PIN, PULL -> null;
        };
    }
}
