package vn.sothon.app.wiring;

import android.content.Context;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.data.db.PhoneDatabase;
import vn.sothon.app.data.db.RoomStatements;
import vn.sothon.app.data.db.Salvage;
import vn.sothon.app.data.db.SalvageNews;
import vn.sothon.app.data.http.OkHttpTransport;
import vn.sothon.app.data.media.PhotoIntake;
import vn.sothon.app.data.push.RefusedRecords;
import vn.sothon.app.data.secret.DataKey;
import vn.sothon.app.data.secret.SealedFiles;
import vn.sothon.app.data.sync.ProfileSync;
import vn.sothon.app.data.sync.Settings;
import vn.sothon.app.data.sync.SyncDiary;
import vn.sothon.app.platform.Machine;
import vn.sothon.app.platform.OfficeLog;
import vn.sothon.client.Phone;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.home.HandedSheets;
import vn.sothon.client.lock.PinGate;
import vn.sothon.client.lock.SessionLock;
import vn.sothon.client.session.Session;
import vn.sothon.client.store.Notes;
import vn.sothon.client.store.SqlNotes;

/** One person's part of the phone, opened: an own database, own keys, own photos, an own PIN. */
public final class OpenProfile implements AutoCloseable {
    private final String id;
    private final PhoneDatabase room;
    private final RoomStatements database;
    private final Phone phone;
    private final Gate gate;
    private final Sending sending;
    private final Optional<Salvage.Outcome> salvaged;
    private final Notes notes;
    private volatile @Nullable String certSha256;

    /** What stands between a person and the screens. */
    private record Gate(PinGate pin, SessionLock lock) {}

    /** What happens between this profile and its server. */
    private record Sending(Settings settings, SyncDiary diary, ProfileSync sync) {}

    private OpenProfile(
            String id, PhoneDatabase room, Salvage salvage, File folder, DataKey key, Machine machine, OfficeLog log) {
        this.id = id;
        this.room = room;
        this.database = new RoomStatements(room);
        PhoneStore store = PhoneStore.on(database, key);
        this.salvaged = salvage.into(database);
        salvaged.ifPresent(outcome -> log.note("damaged database, saved " + outcome));
        this.notes = new SqlNotes(database, key);
        salvaged.ifPresent(news()::tell);
        this.certSha256 = store.sessions().current().map(Session::certSha256).orElse(null);
        this.phone = new Phone(
                store,
                new SealedFiles(new File(folder, "photos"), key),
                new OkHttpTransport(() -> certSha256, machine.forDevelopers()),
                machine.clock(),
                machine.keys().signing(id),
                machine.random(),
                machine.appVersion());
        this.gate = new Gate(new PinGate(notes, machine.clock(), machine.random()), new SessionLock(machine.clock()));
        Settings settings = new Settings(notes);
        SyncDiary diary = new SyncDiary(notes, machine.clock());
        this.sending = new Sending(settings, diary, new ProfileSync(phone, diary, settings, machine.network(), log));
    }

    static OpenProfile open(Context context, Machine machine, OfficeLog log, String id, File folder)
            throws IOException {
        DataKey key = DataKey.open(new File(folder, "data.key"), machine.keys().wrapping(id), machine.random());
        String name = databaseName(id);
        return new OpenProfile(
                id, PhoneDatabase.open(context, name), new Salvage(context, name), folder, key, machine, log);
    }

    static String databaseName(String id) {
        return "profile-" + id + ".db";
    }

    public String id() {
        return id;
    }

    /** Everything the core does: drafts, sealing, lists, ties, sync. */
    public Phone phone() {
        return phone;
    }

    /** Empty until the first enrolment. */
    public Optional<Session> session() {
        return phone.store().sessions().current();
    }

    /** What was saved out of a damaged file when this profile was opened; the person is told. */
    public Optional<Salvage.Outcome> salvaged() {
        return salvaged;
    }

    /** The same as long as the person has not been told. */
    public SalvageNews news() {
        return new SalvageNews(notes);
    }

    /** Refused records that were not called out yet. */
    public RefusedRecords refused() {
        return new RefusedRecords(notes, phone.store().book());
    }

    /** Which sheets were handed to the bank. */
    public HandedSheets handedSheets() {
        return new HandedSheets(notes);
    }

    /** Nobody has enrolled here and nothing was written. */
    boolean isBlank() {
        return !session().isPresent()
                && phone.store().drafts().all().isEmpty()
                && phone.store().book().all().isEmpty();
    }

    public PinGate pin() {
        return gate.pin();
    }

    public SessionLock lock() {
        return gate.lock();
    }

    public Settings settings() {
        return sending.settings();
    }

    public SyncDiary diary() {
        return sending.diary();
    }

    /** The sync itself, for the worker; screens ask {@link AppServices#schedule} instead. */
    public ProfileSync sync() {
        return sending.sync();
    }

    /** Takes photos and signatures in. */
    public PhotoIntake photos() {
        return new PhotoIntake(phone.files());
    }

    /** For watching tables: {@code room().getInvalidationTracker()}. */
    public PhoneDatabase room() {
        return room;
    }

    /** Enrols under the certificate the invitation names; what is here stays here. */
    EnrolOutcome enrol(Enroller.Invitation invitation, Enroller.Device device) {
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
