package vn.sothon.server.alert;

/** What became of somebody's answer to an alert. Nothing here is an error: the world may have moved on meanwhile. */
public enum ActOutcome {
    DONE,
    /** It took effect, though the alert was no longer as the person saw it. */
    DONE_THOUGH_CHANGED,
    /** Somebody, or the server itself, was first. */
    ALREADY,
    /** It was opened anew since: the person answered something else. */
    OPENED_ANEW,
    /** The person does not have this alert, or may not answer it. */
    NOT_ADDRESSED,
    /** Whoever was asked holds no office that answers for it, or it is about that very person. */
    NOT_IN_OFFICE,
    UNKNOWN;

    public boolean tookEffect() {
        return this == DONE || this == DONE_THOUGH_CHANGED;
    }
}
