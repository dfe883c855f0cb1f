package vn.sothon.app.ui.form;

import android.content.Context;
import android.graphics.Bitmap;
import androidx.core.content.ContextCompat;
import java.io.IOException;
import java.util.function.Consumer;
import vn.sothon.app.data.media.PhotoIntake;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.model.record.AttachmentRef;

/** Takes drawn signatures in: sealed like photos, and off the main thread. */
public final class Drawings {
    private final Context context;
    private final PhotoIntake intake;
    private final AppServices services;

    public Drawings(Context context, PhotoIntake intake, AppServices services) {
        this.context = context;
        this.intake = intake;
        this.services = services;
    }

    /** Keeps the drawing, then goes on; the flow says it where the storage refuses. */
    void keep(Bitmap drawn, FormFlow<?, ?> flow, Consumer<AttachmentRef> then) {
        flow.working(true, false);
        services.background().execute(() -> {
            try {
                AttachmentRef drawing = intake.keepSignature(drawn);
                main(() -> {
                    flow.working(false, false);
                    then.accept(drawing);
                });
            } catch (IOException e) {
                services.log().note(e);
                main(() -> flow.working(false, true));
            }
        });
    }

    private void main(Runnable then) {
        ContextCompat.getMainExecutor(context).execute(then);
    }
}
