package vn.sothon.client.session;

import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Undoable;
import vn.sothon.model.org.ActingRole;

public final class InMemoryChosenOffice implements ChosenOffice, Undoable {
    private @Nullable ActingRole role;

    @Override
    public @Nullable ActingRole role() {
        return role;
    }

    @Override
    public void choose(ActingRole chosen) {
        role = chosen;
    }

    @Override
    public Runnable undo() {
        ActingRole before = role;
        return () -> role = before;
    }
}
