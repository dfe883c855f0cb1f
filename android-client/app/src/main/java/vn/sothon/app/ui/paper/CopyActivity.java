package vn.sothon.app.ui.paper;

import android.content.ClipData;
import android.content.Intent;
import android.graphics.Bitmap;
import android.net.Uri;
import android.os.Bundle;
import android.util.DisplayMetrics;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import androidx.core.content.FileProvider;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.data.media.SharedPapers;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;

/** Shows a record as the paper it stands for, and hands a PDF of it to another app. */
public final class CopyActivity extends Screen {
    private static final String AUTHORITY = "vn.sothon.app.shots";
    private static final int WIDTH_DP = 720;
    private static final int SHARP_ENOUGH = 1400;
    private static final String PDF = "application/pdf";

    private @Nullable OpenProfile profile;
    private @Nullable UUID record;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        OpenProfile open = Doorway.enter(this);
        String asked = getIntent().getStringExtra(Destination.RECORD);
        if (open == null || asked == null) {
            return;
        }
        profile = open;
        record = UUID.fromString(asked);
        setContentView(R.layout.column);
        findViewById(R.id.column_back).setOnClickListener(v -> finish());
        this.<TextView>findViewById(R.id.column_title).setText(R.string.copy_title);
        DisplayMetrics display = getResources().getDisplayMetrics();
        int pixels = Math.min(SHARP_ENOUGH, Math.max(display.widthPixels, Math.round(WIDTH_DP * display.density)));
        inBackground(found -> {
            PicturePages pages = new PicturePages(pixels);
            new Papers().draw(found, pages);
            main(() -> render(pages.pictures()));
        });
    }

    @Override
    protected void onDestroy() {
        if (isFinishing()) {
            papers().forget();
        }
        super.onDestroy();
    }

    private void render(List<Bitmap> pictures) {
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        page.text(getText(R.string.copy_whom));
        page.choice(getText(R.string.copy_share), false, this::share);
        int number = 0;
        for (Bitmap picture : pictures) {
            number++;
            ImageView view = page.add(R.layout.part_paper).findViewById(R.id.paper_page);
            view.setImageBitmap(picture);
            view.setContentDescription(getString(R.string.copy_page, number));
        }
    }

    private void share() {
        inBackground(found -> {
            File file = papers().file(found.booked().id() + ".pdf");
            try (PdfPages pages = new PdfPages();
                    OutputStream out = Files.newOutputStream(file.toPath())) {
                new Papers().draw(found, pages);
                pages.writeTo(out);
            }
            main(() -> handOver(file));
        });
    }

    /** The other app may read this one file, for as long as it is open there. */
    private void handOver(File file) {
        Uri uri = FileProvider.getUriForFile(this, AUTHORITY, file);
        Intent send = new Intent(Intent.ACTION_SEND)
                .setType(PDF)
                .putExtra(Intent.EXTRA_STREAM, uri)
                .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
        send.setClipData(ClipData.newRawUri(null, uri));
        startActivity(Intent.createChooser(send, getText(R.string.copy_share)));
    }

    /** Work on the record. */
    private interface Work {
        void with(SignedRecord record) throws IOException;
    }

    private void inBackground(Work work) {
        OpenProfile open = profile;
        UUID id = record;
        if (open == null || id == null) {
            return;
        }
        AppServices services = SothonApp.services(this);
        services.background().execute(() -> {
            try {
                Optional<SignedRecord> found = SignedRecord.find(open.phone(), id);
                if (found.isPresent()) {
                    work.with(found.get());
                }
            } catch (IOException e) {
                services.log().note(e);
                main(() -> new Page((ViewGroup) findViewById(R.id.column_page)).problem(getText(R.string.copy_failed)));
            }
        });
    }

    private void main(Runnable then) {
        ContextCompat.getMainExecutor(this).execute(then);
    }

    private SharedPapers papers() {
        return new SharedPapers(getCacheDir());
    }
}
