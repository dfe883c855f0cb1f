package vn.sothon.app.wiring;

import android.content.Context;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.app.platform.Machine;
import vn.sothon.app.platform.OfficeLog;

/** The profiles of this phone, each in a folder named by nothing that belongs to a person. */
final class ProfileShelf implements AutoCloseable {
    private final Context context;
    private final Machine machine;
    private final OfficeLog log;
    private final Map<String, OpenProfile> open = new HashMap<>();

    ProfileShelf(Context context, Machine machine, OfficeLog log) {
        this.context = context;
        this.machine = machine;
        this.log = log;
    }

    /** In a fixed order. */
    List<String> ids() {
        String[] names = root().list();
        List<String> ids = new ArrayList<>(names == null ? List.of() : Arrays.asList(names));
        Collections.sort(ids);
        return ids;
    }

    OpenProfile begin() throws IOException {
        return open(UUID.randomUUID().toString());
    }

    synchronized OpenProfile open(String id) throws IOException {
        OpenProfile known = open.get(id);
        if (known == null) {
            File folder = new File(root(), id);
            Files.createDirectories(folder.toPath());
            known = OpenProfile.open(context, machine, log, id, folder);
            open.put(id, known);
        }
        return known;
    }

    /** The profile used last. */
    Optional<String> current() {
        try {
            if (!mark().exists()) {
                return Optional.empty();
            }
            String id = new String(Files.readAllBytes(mark().toPath()), StandardCharsets.UTF_8);
            return ids().contains(id) ? Optional.of(id) : Optional.empty();
        } catch (IOException e) {
            log.note(e);
            return Optional.empty();
        }
    }

    void use(String id) throws IOException {
        File partial = new File(machine.folder(), "current.part");
        Files.write(partial.toPath(), id.getBytes(StandardCharsets.UTF_8));
        Files.move(
                partial.toPath(), mark().toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes a profile and all it holds away for ever. */
    synchronized void remove(String id) throws IOException {
        OpenProfile known = open.remove(id);
        if (known != null) {
            known.close();
        }
        // The key first: without it the rest is noise, should the phone die in between.
        machine.keys().forget(id);
        context.deleteDatabase(OpenProfile.databaseName(id));
        deleteAll(new File(root(), id));
    }

    private static void deleteAll(File folder) throws IOException {
        File[] inside = folder.listFiles();
        if (inside != null) {
            for (File one : inside) {
                deleteAll(one);
            }
        }
        Files.deleteIfExists(folder.toPath());
    }

    private File root() {
        return new File(machine.folder(), "profiles");
    }

    private File mark() {
        return new File(machine.folder(), "current");
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OpenProfile::close);
        open.clear();
    }
}
