package vn.sothon.server.loan.importer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer of the credit file who has savings and no loan. */
public record CustomerRow(
        int rowNumber,
        String customerCode,
        @Nullable String name,
        @Nullable String phoneMasked,
        @Nullable String groupCode,
        @Nullable String groupName,
        @Nullable String associationCode,
        @Nullable String communeCode,
        @Nullable String villageCode,
        @Nullable Long savings) {

    static CustomerRow of(int rowNumber, RowValues values) {
        return new CustomerRow(
                rowNumber,
                Objects.requireNonNull(values.text(RosterColumn.CUSTOMER_CODE), "customer code"),
                values.text(RosterColumn.BORROWER_NAME),
                values.text(RosterColumn.PHONE),
                values.text(RosterColumn.GROUP_CODE),
                values.text(RosterColumn.GROUP_NAME),
                values.text(RosterColumn.ASSOCIATION_CODE),
                values.text(RosterColumn.COMMUNE_CODE),
                values.text(RosterColumn.VILLAGE_CODE),
                values.money(RosterColumn.SAVINGS));
    }
}
