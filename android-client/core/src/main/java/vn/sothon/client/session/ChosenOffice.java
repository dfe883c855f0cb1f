package vn.sothon.client.session;

import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;

/** In which of several offices the person works now; what he or she does carries it. */
public interface ChosenOffice {
    /** Null: nothing was chosen yet. */
    @Nullable
    ActingRole role();

    void choose(ActingRole role);
}
