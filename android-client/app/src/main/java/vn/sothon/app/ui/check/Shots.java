package vn.sothon.app.ui.check;

import android.Manifest;
import android.content.ActivityNotFoundException;
import android.content.Context;
import android.content.pm.PackageManager;
import android.net.Uri;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.appcompat.app.AppCompatActivity;
import androidx.core.content.ContextCompat;
import androidx.core.content.FileProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import vn.sothon.app.data.media.PhotoIntake;
import vn.sothon.app.ui.form.FormFlow;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.model.record.AttachmentRef;

/**
 * Photos for a check, taken by the system's camera. The shot lies in a file named by the draft until it is taken in, so
 * that one made while the process was killed is found again.
 */
final class Shots {
    private static final String AUTHORITY = "vn.sothon.app.shots";

    private final Context context;
    private final FormFlow<CheckForm, CheckStep> flow;
    private final PhotoIntake intake;
    private final AppServices services;
    private final ActivityResultLauncher<Uri> camera;
    private final ActivityResultLauncher<String> permission;

    Shots(AppCompatActivity activity, FormFlow<CheckForm, CheckStep> flow, PhotoIntake intake, AppServices services) {
        this.context = activity;
        this.flow = flow;
        this.intake = intake;
        this.services = services;
        this.camera = activity.getActivityResultRegistry()
                .register("shot", activity, new ActivityResultContracts.TakePicture(), taken -> takeInWhatWasLeft());
        this.permission = activity.getActivityResultRegistry()
                .register("camera", activity, new ActivityResultContracts.RequestPermission(), granted -> {
                    if (granted) {
                        open();
                    } else {
                        flow.next(); // a check without a photo is worth more than none
                    }
                });
    }

    void take() {
        if (context.checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED) {
            open();
        } else {
            permission.launch(Manifest.permission.CAMERA);
        }
    }

    /** Also when a form is opened again: the camera may have outlived this app's process. */
    void takeInWhatWasLeft() {
        File shot = file();
        if (shot.length() == 0) {
            return;
        }
        flow.working(true, false);
        services.background().execute(() -> {
            try {
                AttachmentRef photo = intake.keep(Files.readAllBytes(shot.toPath()));
                Files.delete(shot.toPath());
                main(() -> {
                    flow.answer(form -> form.withFile(photo));
                    flow.working(false, false);
                });
            } catch (IOException e) {
                services.log().note(e);
                main(() -> flow.working(false, true));
            }
        });
    }

    private void open() {
        try {
            Files.createDirectories(file().getParentFile().toPath());
            camera.launch(FileProvider.getUriForFile(context, AUTHORITY, file()));
        } catch (IOException | ActivityNotFoundException e) {
            services.log().note(new IOException(e));
            flow.working(false, true);
        }
    }

    private File file() {
        return new File(
                new File(context.getCacheDir(), "shots"), flow.form().draft().id() + ".jpg");
    }

    private void main(Runnable then) {
        ContextCompat.getMainExecutor(context).execute(then);
    }
}
