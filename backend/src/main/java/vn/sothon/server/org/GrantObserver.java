package vn.sothon.server.org;

import java.util.Set;
import java.util.UUID;
import vn.sothon.server.platform.db.Tx;

/** Whoever must act when what a person may do changes. */
public interface GrantObserver {
    /** Inside the transaction: the person now has to do with these partitions too. */
    void reached(Tx tx, UUID personId, Set<String> partitions);

    /** After the change is durable. */
    void changed(UUID personId);
}
