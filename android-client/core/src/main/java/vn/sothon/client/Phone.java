package vn.sothon.client;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.client.alert.AlertAnswers;
import vn.sothon.client.alert.AlertInbox;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.record.AttachmentFiles;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.record.Sealer;
import vn.sothon.client.record.VisitSheet;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.session.SigningKeys;
import vn.sothon.client.sync.SyncEngine;
import vn.sothon.client.sync.Transport;
import vn.sothon.client.task.Offices;
import vn.sothon.client.task.TaskProposal;
import vn.sothon.client.task.WorkList;
import vn.sothon.client.task.WorkPlaces;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.rule.TieAnswer;

/** A phone put together from its store and its ports; the app and the headless phones differ only in the ports. */
public final class Phone {
    private final PhoneStore store;
    private final AttachmentFiles files;
    private final PhoneClock clock;
    private final Uuid7 ids;
    private final Sealer sealer;
    private final SyncEngine engine;
    private final Enroller enroller;

    public Phone(
            PhoneStore store,
            AttachmentFiles files,
            Transport transport,
            PhoneClock clock,
            SigningKeys keys,
            SecureRandom random) {
        this(store, files, transport, clock, keys, random, "");
    }

    /**
     * A phone that says which version of the app it runs.
     *
     * @param appVersion empty: it does not say
     */
    public Phone(
            PhoneStore store,
            AttachmentFiles files,
            Transport transport,
            PhoneClock clock,
            SigningKeys keys,
            SecureRandom random,
            String appVersion) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        this.ids = new Uuid7(() -> clock.wall().toEpochMilli(), random);
        this.sealer = new Sealer(
                store.transactions(),
                store.drafts(),
                store.book(),
                store.outbox(),
                store.sessions(),
                clock,
                keys,
                random);
        this.engine = new SyncEngine(store.forSync(), files, transport, clock, random, appVersion);
        this.enroller = new Enroller(
                transport, store.transactions(), store.sessions(), store.outbox(), store.rows(), clock, keys);
    }

    public PhoneStore store() {
        return store;
    }

    public AttachmentFiles files() {
        return files;
    }

    public PhoneClock clock() {
        return clock;
    }

    public Sealer sealer() {
        return sealer;
    }

    public SyncEngine engine() {
        return engine;
    }

    public Enroller enroller() {
        return enroller;
    }

    public WorkList workList() {
        return new WorkList(store.rows());
    }

    public WorkPlaces workPlaces() {
        return new WorkPlaces(offices(), workList());
    }

    /** The offices of this phone's person, and the one worked in now. */
    public Offices offices() {
        return new Offices(store.sessions(), store.chosenOffice(), workList(), () -> DueDates.day(now()));
    }

    /** Which plan task a draft would be tied to. */
    public Optional<TieAnswer> propose(Draft draft) {
        return new TaskProposal(workList(), this::now).propose(draft);
    }

    /** The time as a server would judge it: by its own last word, where it gave one. */
    public Instant now() {
        return store.sessions()
                .current()
                .map(session -> session.time(clock).effective(Instant.MAX))
                .orElseGet(clock::wall);
    }

    public VisitSheet visitSheet() {
        return new VisitSheet(store.book());
    }

    /** The alerts this phone has. */
    public AlertInbox alerts() {
        return new AlertInbox(store.rows(), store.book(), store.alertMarks());
    }

    /** Seals the person's word that he or she sees to it. */
    public SealOutcome acknowledge(AlertItem alert) {
        return seal(AlertAnswers.acknowledge(newId(), alert));
    }

    /** Seals the person's word that the matter is settled, and how. */
    public SealOutcome resolve(AlertItem alert, String note) {
        return seal(AlertAnswers.resolve(newId(), alert, note));
    }

    /** Seals the person's wish that somebody else see to it. */
    public SealOutcome assign(AlertItem alert, UUID personId) {
        return seal(AlertAnswers.assign(newId(), alert, personId));
    }

    /** The phone's system has given out a token for push messages; the next sync tells the server. */
    public void pushToken(String token) {
        store.pushTokens().given(token);
    }

    /** A fresh id for a draft, a visit or a recommendation. */
    public UUID newId() {
        return ids.next();
    }

    /** Keeps the draft as it is now. */
    public void save(Draft draft) {
        store.drafts().save(draft, clock.wall());
    }

    /** Saves and seals in one go, for whoever has the whole form at hand. */
    public SealOutcome seal(Draft draft) {
        save(draft);
        return sealer.seal(draft.id());
    }
}
