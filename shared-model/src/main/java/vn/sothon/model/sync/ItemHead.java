package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;

/**
 * The head of a sealed item: no borrower, loan or position, so that a body can be erased.
 *
 * @param v version of the seal, 1
 * @param kind a {@link vn.sothon.model.record.RecordKind}; text, so that a newer kind is answered and not refused
 * @param keyId {@link Seals#keyId} of the key that signed
 * @param corrects the record this one replaces
 * @param visitId the visit a check belongs to
 * @param bodyHash SHA-256 of the body, hex
 */
public record ItemHead(
        @JsonProperty(value = "v", required = true) int v,
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "kind", required = true) String kind,
        @JsonProperty(value = "formVersion", required = true) int formVersion,
        @JsonProperty(value = "serverId", required = true) UUID serverId,
        @JsonProperty(value = "personId", required = true) UUID personId,
        @JsonProperty(value = "actingRole", required = true) ActingRole actingRole,
        @JsonProperty(value = "keyId", required = true) String keyId,
        @JsonProperty("corrects") @Nullable UUID corrects,
        @JsonProperty("visitId") @Nullable UUID visitId,
        @JsonProperty(value = "communeCode", required = true) String communeCode,
        @JsonProperty("villageCode") @Nullable String villageCode,
        @JsonProperty(value = "time", required = true) ItemTime time,
        @JsonProperty(value = "bodyHash", required = true) String bodyHash) {}
