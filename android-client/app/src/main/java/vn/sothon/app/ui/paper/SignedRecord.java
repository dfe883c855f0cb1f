package vn.sothon.app.ui.paper;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.sync.ReadItem;

/** A record of this phone, opened, with what the phone knows around it. */
record SignedRecord(Phone phone, BookedRecord booked, ReadItem read) {

    static Optional<SignedRecord> find(Phone phone, UUID id) {
        return phone.store()
                .book()
                .find(id)
                .map(record -> new SignedRecord(phone, record, ReadItem.trusted(record.item())));
    }

    /** The record that has taken this one's place, or null. */
    @Nullable
    UUID replacedBy() {
        UUID current = phone.store().book().current(booked).id();
        return current.equals(booked.id()) ? null : current;
    }

    @Nullable
    String loanNumber() {
        String written = read.body().loanNumber();
        if (written != null) {
            return written;
        }
        for (Views.Loan loan : phone.workList().loans()) {
            if (loan.id().equals(read.body().loanId())) {
                return loan.number();
            }
        }
        return null;
    }

    @Nullable
    String groupName() {
        String code = read.body().groupCode();
        return code == null
                ? null
                : phone.workList().group(code).map(Views.Group::name).orElse(code);
    }

    @Nullable
    String programme(@Nullable String code) {
        for (Views.Programme programme : phone.workList().programmes()) {
            if (programme.code().equals(code)) {
                return programme.name();
            }
        }
        return code;
    }

    List<PaperWriter.Signed> signed(List<Signatory> signatures, PaperWords words) {
        List<PaperWriter.Signed> signed = new ArrayList<>();
        for (Signatory one : signatures) {
            signed.add(new PaperWriter.Signed(words.of(one.as(), "as"), one.name(), drawing(one)));
        }
        return signed;
    }

    /** What was drawn on the glass; null where the person signs the print, or the picture is no longer on this phone. */
    @Nullable
    Bitmap drawing(Signatory signatory) {
        String sha256 = signatory.drawing();
        if (sha256 == null || !phone.files().has(sha256)) {
            return null;
        }
        try (InputStream in = phone.files().open(sha256, 0)) {
            return BitmapFactory.decodeStream(in);
        } catch (IOException e) {
            return null; // the paper is worth having without it
        }
    }
}
