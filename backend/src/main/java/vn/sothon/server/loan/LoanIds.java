package vn.sothon.server.loan;

import java.util.UUID;
import vn.sothon.model.id.Uuid5;

/** A loan's id comes from its number: the same loan has the same id on every server and after every import. */
public final class LoanIds {
    private static final UUID LOANS = UUID.fromString("5b1f3c0e-7f0f-5d0a-9a63-0d8f6b2f4a11");

    private LoanIds() {}

    /** The id of the loan with these 16 digits. */
    public static UUID of(String number) {
        return Uuid5.of(LOANS, number);
    }
}
