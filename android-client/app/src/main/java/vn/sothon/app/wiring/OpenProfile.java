package vn.sothon.app.wiring;

import android.content.Context;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.data.db.PhoneDatabase;
import vn.sothon.app.data.db.RoomStatements;
import vn.sothon.app.data.http.OkHttpTransport;
import vn.sothon.app.data.secret.DataKey;
import vn.sothon.app.data.secret.SealedFiles;
import vn.sothon.app.platform.Machine;
import vn.sothon.client.Phone;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.session.Session;

/** One person's part of the phone, opened: an own database, own keys, own photos. */
public final class OpenProfile implements AutoCloseable {
    private final String id;
    private final PhoneDatabase room;
    private final RoomStatements database;
    private final Phone phone;
    private volatile @Nullable String certSha256;

    private OpenProfile(String id, PhoneDatabase room, File folder, DataKey key, Machine machine) {
        this.id = id;
        this.room = room;
        this.database = new RoomStatements(room);
        PhoneStore store = PhoneStore.on(database, key);
        this.certSha256 = store.sessions().current().map(Session::certSha256).orElse(null);
        this.phone = new Phone(
                store,
                new SealedFiles(new File(folder, "photos"), key),
                new OkHttpTransport(() -> certSha256, machine.forDevelopers()),
                machine.clock(),
                machine.keys().signing(id),
                machine.random());
    }

    static OpenProfile open(Context context, Machine machine, String id, File folder) throws IOException {
        DataKey key = DataKey.open(new File(folder, "data.key"), machine.keys().wrapping(id), machine.random());
        return new OpenProfile(id, PhoneDatabase.open(context, databaseName(id)), folder, key, machine);
    }

    static String databaseName(String id) {
        return "profile-" + id + ".db";
    }

    public String id() {
        return id;
    }

    /** Everything the core does: drafts, sealing, lists, sync. */
    public Phone phone() {
        return phone;
    }

    /** For watching tables. */
    public PhoneDatabase room() {
        return room;
    }

    /** Empty until the first enrolment. */
    public java.util.Optional<Session> session() {
        return phone.store().sessions().current();
    }

    /** Enrols under the certificate the invitation names. */
    public EnrolOutcome enrol(Enroller.Invitation invitation, Enroller.Device device) {
        String before = certSha256;
        certSha256 = invitation.certSha256();
        EnrolOutcome outcome = phone.enroller().enrol(invitation, device);
        if (!(outcome instanceof EnrolOutcome.Enrolled)) {
            certSha256 = before;
        }
        return outcome;
    }

    @Override
    public void close() {
        database.close();
    }
}
