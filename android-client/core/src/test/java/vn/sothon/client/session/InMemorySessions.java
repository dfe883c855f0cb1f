package vn.sothon.client.session;

import java.util.Optional;
import vn.sothon.client.store.Undoable;

public final class InMemorySessions implements Sessions, Undoable {
    private Optional<Session> session = Optional.empty();

    @Override
    public Optional<Session> current() {
        return session;
    }

    @Override
    public void save(Session saved) {
        session = Optional.of(saved);
    }

    @Override
    public Runnable undo() {
        Optional<Session> before = session;
        return () -> session = before;
    }
}
