package vn.sothon.app.wiring;

import android.content.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import vn.sothon.app.data.push.Doors;
import vn.sothon.app.data.push.Notices;
import vn.sothon.app.data.push.PushSetup;
import vn.sothon.app.data.sync.ProfileSync;
import vn.sothon.app.data.sync.SyncNews;
import vn.sothon.app.data.sync.SyncSchedule;
import vn.sothon.app.platform.Machine;
import vn.sothon.app.platform.OfficeLog;
import vn.sothon.app.platform.Whereabouts;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;

/** What a screen or a worker may ask for. One per process. */
public final class AppServices implements AutoCloseable {
    private final Machine machine;
    private final OfficeLog log;
    private final ProfileShelf shelf;
    private final SyncSchedule schedule;
    private final PushSetup push;
    private final Notices notices;
    private final SyncNews news = new SyncNews();
    private final Executor background = Executors.newFixedThreadPool(2);

    public AppServices(Context context, Machine machine, Doors doors) {
        this.machine = machine;
        this.log = new OfficeLog(machine.folder(), machine.clock());
        this.shelf = new ProfileShelf(context, machine, log);
        this.schedule = new SyncSchedule(context);
        this.push = new PushSetup(context, log);
        this.notices = new Notices(context, doors);
    }

    /** Once, when the process starts and when somebody has enrolled. */
    public void begin() {
        for (OpenProfile profile : enrolled()) {
            schedule.regularly();
            profile.session()
                    .flatMap(session -> Optional.ofNullable(session.firebase()))
                    .ifPresent(firebase -> push.begin(firebase, this::pushToken));
        }
    }

    public Machine machine() {
        return machine;
    }

    public OfficeLog log() {
        return log;
    }

    /** When to sync; nothing on a screen ever waits for it. */
    public SyncSchedule schedule() {
        return schedule;
    }

    public Whereabouts whereabouts() {
        return machine.whereabouts();
    }

    /** For what may take longer than a frame: a PIN, a photo, a search index. */
    public Executor background() {
        return background;
    }

    /** The profiles of this phone, in a fixed order. */
    public List<String> profiles() {
        return shelf.ids();
    }

    /** The one used last; empty on a fresh phone. */
    public Optional<OpenProfile> current() throws IOException {
        Optional<String> id = shelf.current();
        return id.isPresent() ? Optional.of(shelf.open(id.get())) : Optional.empty();
    }

    /** Opens a profile and remembers it as the current one; whoever used the phone before has to show a PIN again. */
    public OpenProfile use(String id) throws IOException {
        OpenProfile profile = shelf.open(id);
        Optional<String> before = shelf.current();
        if (before.isPresent() && !before.get().equals(id)) {
            shelf.open(before.get()).lock().lock();
        }
        shelf.use(id);
        return profile;
    }

    /** Begins a profile with nobody in it yet, as the current one. */
    public OpenProfile newProfile() throws IOException {
        OpenProfile profile = shelf.begin();
        shelf.use(profile.id());
        return profile;
    }

    /** Tells when a sync has ended. */
    public SyncNews news() {
        return news;
    }

    /** Somebody who has enrolled on this phone. */
    public record Who(String profile, String name) {}

    /** The people of this phone, in a fixed order. */
    public List<Who> people() {
        List<Who> people = new ArrayList<>();
        for (OpenProfile profile : enrolled()) {
            profile.session()
                    .ifPresent(session ->
                            people.add(new Who(profile.id(), session.person().name())));
        }
        return people;
    }

    /** A profile for one more person. It becomes the current one when that person has enrolled, and not before. */
    public OpenProfile anotherProfile() throws IOException {
        Optional<String> current = shelf.current();
        for (String id : profiles()) {
            OpenProfile known = shelf.open(id);
            if (known.isBlank() && !current.filter(id::equals).isPresent()) {
                return known; // somebody began here and went away
            }
        }
        return shelf.begin();
    }

    public OpenProfile profile(String id) throws IOException {
        return shelf.open(id);
    }

    /** Takes a profile away with everything in it, unsent records too: the person has been asked. */
    public void remove(String id) throws IOException {
        shelf.remove(id);
    }

    /**
     * Trades a code for a device; not on the main thread. Whoever enrols again for a forgotten PIN sets a new one, and
     * what is on the phone stays.
     */
    public EnrolOutcome enrol(OpenProfile profile, Enroller.Invitation invitation, Enroller.Device device) {
        EnrolOutcome outcome = profile.enrol(invitation, device);
        log.note("enrol " + outcome.getClass().getSimpleName());
        if (outcome instanceof EnrolOutcome.Enrolled) {
            remember(profile);
            profile.pin().forget();
            begin();
            schedule.soon();
        }
        return outcome;
    }

    /**
     * Syncs every profile, one after the other; not on the main thread.
     *
     * @return whether nothing has to be tried again
     */
    public boolean syncAll() {
        boolean whole = true;
        for (OpenProfile profile : enrolled()) {
            ProfileSync sync = profile.sync();
            if (sync.isPossible()) {
                whole &= sync.run().isWhole();
                notices.show(profile.id(), profile.phone().alerts(), profile.refused());
                if (sync.photosMustWait() && sync.photosToSend() > 0) {
                    schedule.photos();
                }
            }
        }
        news.ended();
        return whole;
    }

    /** The system has given out a token for push messages; the next sync tells every server of it. */
    public void pushToken(String token) {
        for (OpenProfile profile : enrolled()) {
            profile.phone().pushToken(token);
        }
        schedule.soon();
    }

    private void remember(OpenProfile profile) {
        try {
            use(profile.id());
        } catch (IOException e) {
            log.note(e); // the person finds the own name in the list of people
        }
    }

    private List<OpenProfile> enrolled() {
        List<OpenProfile> enrolled = new ArrayList<>();
        for (String id : profiles()) {
            try {
                OpenProfile profile = shelf.open(id);
                if (profile.session().isPresent()) {
                    enrolled.add(profile);
                }
            } catch (IOException e) {
                log.note(e); // one that does not open must not keep the other from its server
            }
        }
        return enrolled;
    }

    @Override
    public void close() {
        shelf.close();
    }
}
