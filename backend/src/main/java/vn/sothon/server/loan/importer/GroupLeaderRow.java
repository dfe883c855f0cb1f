package vn.sothon.server.loan.importer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The leader of one savings and loan group. */
public record GroupLeaderRow(
        int rowNumber,
        String leaderCode,
        String leaderName,
        @Nullable String phoneMasked,
        @Nullable String groupCode,
        @Nullable String groupName,
        @Nullable String associationCode,
        @Nullable String associationName,
        @Nullable String communeCode,
        @Nullable String communeName,
        @Nullable String villageCode,
        @Nullable String villageName,
        @Nullable Long members,
        @Nullable Long outstanding) {

    static GroupLeaderRow of(int rowNumber, RowValues values) {
        String leaderPhone = values.text(RosterColumn.LEADER_PHONE);
        return new GroupLeaderRow(
                rowNumber,
                Objects.requireNonNull(values.text(RosterColumn.LEADER_CODE), "leader code"),
                Objects.requireNonNull(values.text(RosterColumn.LEADER_NAME), "leader name"),
                leaderPhone == null ? values.text(RosterColumn.PHONE) : leaderPhone,
                values.text(RosterColumn.GROUP_CODE),
                values.text(RosterColumn.GROUP_NAME),
                values.text(RosterColumn.ASSOCIATION_CODE),
                values.text(RosterColumn.ASSOCIATION_NAME),
                values.text(RosterColumn.COMMUNE_CODE),
                values.text(RosterColumn.COMMUNE_NAME),
                values.text(RosterColumn.VILLAGE_CODE),
                values.text(RosterColumn.VILLAGE_NAME),
                values.money(RosterColumn.MEMBERS),
                values.money(RosterColumn.OUTSTANDING));
    }
}
