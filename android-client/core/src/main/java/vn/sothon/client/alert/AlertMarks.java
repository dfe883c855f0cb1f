package vn.sothon.client.alert;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this phone has already done about alerts: so that a message that comes twice is shown once. */
public interface AlertMarks {
    /** The call the phone last showed a notification for; null: none. */
    @Nullable
    String calledFor(UUID alertId);

    void called(UUID alertId, String call);

    /** The version the person last opened; 0: none. */
    long readVersion(UUID alertId);

    void read(UUID alertId, long version);

    /** Forgets all alerts but these. */
    void keepOnly(Set<UUID> alertIds);
}
