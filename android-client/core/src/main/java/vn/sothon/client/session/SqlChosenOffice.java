package vn.sothon.client.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;
import vn.sothon.model.org.ActingRole;

/** The choice as a note in the phone's database. It names nobody. */
public final class SqlChosenOffice implements ChosenOffice {
    private static final String KEY = "acting.role";

    private final Database database;

    public SqlChosenOffice(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable ActingRole role() {
        List<String> found = database.query("SELECT value FROM note WHERE key = ?", row -> row.text(0), KEY);
        for (ActingRole role : ActingRole.values()) {
            if (found.contains(role.name())) {
                return role;
            }
        }
        return null;
    }

    @Override
    public void choose(ActingRole role) {
        database.update("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", KEY, role.name());
    }
}
