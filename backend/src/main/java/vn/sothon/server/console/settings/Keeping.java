package vn.sothon.server.console.settings;

import io.micronaut.http.HttpStatus;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.ledger.Ledger;

/** Who sets what: what holds everywhere is for who keeps the server everywhere. */
final class Keeping {
    private Keeping() {}

    /** Numbers and hours that hold for the whole country. */
    static boolean country(Visitor visitor) {
        return administers(visitor) && visitor.areaCode().equals(Ledger.COUNTRY);
    }

    /** Who gets alerts of the visitor's place; what watches an office is not the office's own to switch off. */
    static boolean administers(Visitor visitor) {
        return visitor.role() == ActingRole.ADMINISTRATOR;
    }

    static void require(boolean may) {
        if (!may) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
    }
}
