package vn.sothon.server.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.access.Scope;
import vn.sothon.server.org.HeldGrant;

/**
 * Somebody signed in, in the one role he or she acts in now.
 *
 * @param choices all grants in force today that have to do with the console
 * @param acting one of them
 * @param scope what that one lets see; nothing of the others
 * @param confirmedAt when the password was last given again
 */
public record Visitor(
        UUID personId,
        String name,
        List<HeldGrant> choices,
        HeldGrant acting,
        Scope scope,
        LocalDate today,
        @Nullable Instant confirmedAt) {

    public Visitor {
        choices = List.copyOf(choices);
    }

    public ActingRole role() {
        return acting.grant().role();
    }

    public Grant grant() {
        return acting.grant();
    }

    /** The commune, province or country the acting grant is for. */
    public String areaCode() {
        return acting.grant().areaCode();
    }
}
