package vn.sothon.server.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;

/**
 * The phone behind a request, and the person it belongs to.
 *
 * @param grants all of the person's grants, ended ones too: authority is judged at the time of the record
 * @param revokedAs {@code REPLACED} (may still push) or {@code LOST}; absent while the device is good
 */
public record Caller(UUID deviceId, UUID personId, String keyId, List<Grant> grants, @Nullable String revokedAs) {

    public Caller {
        grants = List.copyOf(grants);
    }

    /** Grants in force on that day. */
    public List<Grant> grantsOn(LocalDate day) {
        return grants.stream()
                .filter(grant -> !day.isBefore(grant.from()))
                .filter(grant -> grant.to() == null || !day.isAfter(grant.to()))
                .toList();
    }
}
