package vn.sothon.client.session;

import java.util.Optional;

/** Keeps the one session of a phone. */
public interface Sessions {
    Optional<Session> current();

    void save(Session session);
}
