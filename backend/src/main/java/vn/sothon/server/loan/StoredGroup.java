package vn.sothon.server.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.ledger.FeedChange;

/** A savings and loan group as the store holds it. */
record StoredGroup(
        @JsonProperty("code") String code,
        @JsonProperty("name") String name,
        @JsonProperty("commune") String commune,
        @JsonProperty("village") @Nullable String village,
        @JsonProperty("association") @Nullable String association,
        @JsonProperty("leaderName") @Nullable String leaderName,
        @JsonProperty("version") long version) {

    StoredGroup asVersion(long other) {
        return new StoredGroup(code, name, commune, village, association, leaderName, other);
    }

    StoredGroup in(String otherCommune, @Nullable String otherVillage) {
        return new StoredGroup(code, name, otherCommune, otherVillage, association, leaderName, version);
    }

    boolean standsWhere(StoredGroup other) {
        return commune.equals(other.commune) && Objects.equals(village, other.village);
    }

    FeedChange feedRow() {
        Views.Group view = new Views.Group(code, name, commune, village, association, leaderName);
        return FeedChange.at(commune, Pull.Type.group, code, version, village, code, Json.write(view));
    }
}
