package vn.sothon.app.ui.form;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.net.Uri;
import android.widget.Toast;
import vn.sothon.app.R;

/** Hands a number to the phone's own dialler; the person presses the green button, and no permission is asked for. */
public final class Calling {
    private Calling() {}

    public static void dial(Activity from, String number) {
        try {
            from.startActivity(new Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)));
        } catch (ActivityNotFoundException e) {
            Toast.makeText(from, from.getString(R.string.call_no_phone, number), Toast.LENGTH_LONG)
                    .show();
        }
    }
}
