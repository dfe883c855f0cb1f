package vn.sothon.client;

import java.security.SecureRandom;
import java.util.UUID;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.ChecksMother;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.InMemoryFiles;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.client.session.FakeClock;
import vn.sothon.client.session.FreshKeys;
import vn.sothon.client.sync.ContractServer;

/** One phone, one server and the network between them. */
public final class PhoneWorld {
    public final ContractServer server;
    public final FakeClock clock = FakeClock.morning();
    public final FreshKeys keys = new FreshKeys();
    public final InMemoryFiles files = new InMemoryFiles();
    public final PhoneStore store;
    public final Phone phone;

    public PhoneWorld(PhoneStore store) {
        this(store, new ContractServer());
    }

    /** Another phone of the same person. */
    public PhoneWorld(PhoneStore store, ContractServer server) {
        this.server = server;
        this.store = store;
        this.phone = new Phone(store, files, server, clock, keys, new SecureRandom());
    }

    /** A phone that has enrolled and is out of sight of everybody since. */
    public static PhoneWorld enrolled() {
        PhoneWorld world = new PhoneWorld(InMemoryPhoneStore.open());
        EnrolOutcome outcome = world.enrol();
        if (!(outcome instanceof EnrolOutcome.Enrolled)) {
            throw new AssertionError(outcome);
        }
        world.server.requests().clear();
        return world;
    }

    public EnrolOutcome enrol() {
        return phone.enroller()
                .enrol(
                        new Enroller.Invitation(ContractServer.URL, "abcde-12345", null, null),
                        new Enroller.Device("test", "JVM", "17", "0.1.0"));
    }

    public BookedRecord check() {
        return seal(ChecksMother.aCheck(phone.newId()));
    }

    public BookedRecord seal(Draft draft) {
        SealOutcome outcome = phone.seal(draft);
        if (outcome instanceof SealOutcome.Sealed sealed) {
            return sealed.record();
        }
        throw new AssertionError(outcome.toString());
    }

    public BookedRecord record(UUID id) {
        return store.book().find(id).orElseThrow();
    }
}
