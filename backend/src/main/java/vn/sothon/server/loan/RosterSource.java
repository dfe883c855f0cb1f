package vn.sothon.server.loan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.admin.AdminRefused;

/**
 * Where a roster comes from.
 *
 * @param sha256 of the file as it came
 * @param communeCode the commune of rows that do not name a registered one
 * @param importedBy who brought it
 * @param within the only communes it may change anything of; absent: all
 */
public record RosterSource(
        String fileName, String sha256, @Nullable String communeCode, String importedBy, @Nullable Set<String> within) {

    public RosterSource(String fileName, String sha256, @Nullable String communeCode, String importedBy) {
        this(fileName, sha256, communeCode, importedBy, null);
    }

    /**
     * Ends an import that would reach further.
     *
     * @throws AdminRefused {@code OUTSIDE_SCOPE}
     */
    void require(Set<String> communes) {
        if (within != null && !within.containsAll(communes)) {
            throw new AdminRefused("OUTSIDE_SCOPE", "The roster would change loans of other communes.");
        }
    }
}
