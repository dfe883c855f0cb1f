package vn.sothon.app.ui.navigation;

import android.content.Context;
import android.content.Intent;

/** A screen by what it is for. The manifest says which class answers. */
public enum Destination {
    ENROL,
    UNLOCK,
    TODAY,
    /** Of {@link #LOAN}, {@link #NUMBER} or {@link #DRAFT}. */
    CHECK,
    RECORDS,
    ALERTS,
    SETTINGS,
    /** Of {@link #VISIT}. */
    SHEET;

    /** A loan's id. */
    public static final String LOAN = "loan";
    /** The 16 digits on the papers of a loan that no roster knows. */
    public static final String NUMBER = "number";
    /** A draft's id. */
    public static final String DRAFT = "draft";
    /** Beside {@link #DRAFT}: the field that a problem names. */
    public static final String FIELD = "field";

    /** A visit's id. */
    public static final String VISIT = "visit";

    private static final String PREFIX = "vn.sothon.app.";

    /** Opens this screen and no other app's. */
    public Intent intent(Context from) {
        return new Intent(PREFIX + name()).setPackage(from.getPackageName());
    }
}
