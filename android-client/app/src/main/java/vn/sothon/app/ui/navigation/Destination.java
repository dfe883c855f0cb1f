package vn.sothon.app.ui.navigation;

import android.content.Context;
import android.content.Intent;

/** A screen by what it is for. The manifest says which class answers. */
public enum Destination {
    ENROL,
    UNLOCK,
    /** Which of the people of this phone it is, and a way in for one more. */
    WHO,
    /** What was saved out of a damaged file. */
    SAVED,
    /** In which of several offices the person works now. */
    ROLE,
    /** The first page of an officer or a leader. */
    HOME,
    /** Of a village head or a group's leader; with {@link #LIST}, {@link #GROUP} or {@link #VILLAGE} of anybody. */
    TODAY,
    /** Of {@link #LOAN}, {@link #NUMBER} or {@link #DRAFT}. */
    CHECK,
    RECORDS,
    /** All, or {@link #ALERT}. */
    ALERTS,
    /** Whom to call. */
    CALL,
    SETTINGS,
    /** Of {@link #RECORD}. */
    COPY,
    /** Of {@link #VISIT} or {@link #DRAFT}. */
    SHEET,
    /** Of {@link #DRAFT}, or new ones. */
    MINUTES;

    /** A loan's id. */
    public static final String LOAN = "loan";
    /** The 16 digits on the papers of a loan that no roster knows. */
    public static final String NUMBER = "number";
    /** A draft's id. */
    public static final String DRAFT = "draft";
    /** Beside {@link #DRAFT}: the field that a problem names. */
    public static final String FIELD = "field";

    /** Beside {@link #FIELD}: what is wrong with it. */
    public static final String CODE = "code";

    /** A visit's id. */
    public static final String VISIT = "visit";

    /** Another person than the present one enrols. */
    public static final String ANOTHER = "another";
    /** The loans, whatever the person's office. */
    public static final String LIST = "list";
    /** A group's code. */
    public static final String GROUP = "group";
    /** A village's code. */
    public static final String VILLAGE = "village";
    /** An alert's id. */
    public static final String ALERT = "alert";
    /** A record's id. */
    public static final String RECORD = "record";
    /** Whose screen is meant: the id of a profile. */
    public static final String PROFILE = "profile";
    /** Where to go once the lock is open. */
    public static final String THEN = "then";

    private static final String PREFIX = "vn.sothon.app.";

    /** Opens this screen and no other app's. */
    public Intent intent(Context from) {
        return new Intent(PREFIX + name()).setPackage(from.getPackageName());
    }
}
