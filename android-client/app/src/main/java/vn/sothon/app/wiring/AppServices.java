package vn.sothon.app.wiring;

import android.content.Context;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.app.platform.Machine;

/** What a screen or a worker may ask for. One per process. */
public final class AppServices implements AutoCloseable {
    private final Context context;
    private final Machine machine;
    private final Map<String, OpenProfile> open = new HashMap<>();

    public AppServices(Context context, Machine machine) {
        this.context = context;
        this.machine = machine;
    }

    public Machine machine() {
        return machine;
    }

    /** The profiles of this phone, in a fixed order. */
    public List<String> profiles() {
        String[] names = root().list();
        List<String> ids = new ArrayList<>(names == null ? List.of() : Arrays.asList(names));
        Collections.sort(ids);
        return ids;
    }

    /** Begins a profile with nobody in it yet. */
    public OpenProfile newProfile() throws IOException {
        return profile(UUID.randomUUID().toString());
    }

    public synchronized OpenProfile profile(String id) throws IOException {
        OpenProfile known = open.get(id);
        if (known == null) {
            File folder = new File(root(), id);
            Files.createDirectories(folder.toPath());
            known = OpenProfile.open(context, machine, id, folder);
            open.put(id, known);
        }
        return known;
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OpenProfile::close);
        open.clear();
    }

    private File root() {
        return new File(machine.folder(), "profiles");
    }
}
