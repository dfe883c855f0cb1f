package vn.sothon.phones.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.session.Session;
import vn.sothon.phones.http.JdkTransport;
import vn.sothon.phones.store.PhoneFolder;
import vn.sothon.phones.store.ProcessClock;

/** A phone of the command line, open for one command. */
final class OpenPhone implements AutoCloseable {
    private final PhoneFolder folder;
    private final Phone phone;

    private OpenPhone(PhoneFolder folder, @Nullable String certSha256) {
        this.folder = folder;
        this.phone = folder.phone(
                certSha256 == null ? JdkTransport.open() : JdkTransport.pinned(certSha256),
                new ProcessClock(folder.countStart()));
    }

    /** A phone that may be new. */
    static OpenPhone fresh(Path folder, @Nullable String certSha256) throws IOException {
        return new OpenPhone(PhoneFolder.open(folder), certSha256);
    }

    /** A phone that has enrolled before. */
    static OpenPhone enrolled(Path folder) throws IOException {
        if (!PhoneFolder.exists(folder)) {
            throw new NotUsable("no phone in " + folder + "; enrol first");
        }
        PhoneFolder opened = PhoneFolder.open(folder);
        Optional<Session> session = opened.store().sessions().current();
        if (session.isEmpty()) {
            opened.close();
            throw new NotUsable("the phone in " + folder + " belongs to no server; enrol first");
        }
        return new OpenPhone(opened, session.get().certSha256());
    }

    Phone phone() {
        return phone;
    }

    PhoneStore store() {
        return phone.store();
    }

    Session session() {
        return store().sessions().current().orElseThrow();
    }

    @Override
    public void close() {
        folder.close();
    }
}
