package vn.sothon.phones.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import vn.sothon.client.Phone;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.record.FolderAttachmentFiles;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.sync.Transport;

/** A headless phone's folder, opened: {@code phone.db}, {@code key} and {@code photos/}. */
public final class PhoneFolder implements AutoCloseable {
    private final Path folder;
    private final JdbcDatabase database;
    private final PhoneStore store;

    private PhoneFolder(Path folder, JdbcDatabase database) {
        this.folder = folder;
        this.database = database;
        this.store = PhoneStore.on(database);
    }

    /** Opens the folder, made if it is missing. */
    public static PhoneFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new PhoneFolder(folder, JdbcDatabase.open(folder.resolve("phone.db")));
    }

    /** Whether a phone lives there. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve("phone.db"));
    }

    public PhoneStore store() {
        return store;
    }

    public Phone phone(Transport transport, PhoneClock clock) {
        return new Phone(
                store,
                new FolderAttachmentFiles(folder.resolve("photos").toFile()),
                transport,
                clock,
                new FolderKeys(folder.resolve("key")),
                new SecureRandom());
    }

    /** Counts one more start and returns how many there have been. */
    public long countStart() {
        database.atomically(() -> {
            database.update("INSERT OR IGNORE INTO note (key, value) VALUES ('starts', '0')");
            database.update("UPDATE note SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'starts'");
        });
        List<Long> starts =
                database.query("SELECT CAST(value AS INTEGER) FROM note WHERE key = 'starts'", row -> row.number(0));
        return starts.get(0);
    }

    @Override
    public void close() {
        database.close();
    }
}
