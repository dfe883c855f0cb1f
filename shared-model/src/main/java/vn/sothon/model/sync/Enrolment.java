package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;

/** {@code POST /api/v1/devices/enrol}: a one-time code becomes a device. */
public final class Enrolment {
    private Enrolment() {}

    /**
     * What the phone sends.
     *
     * @param code 10 Crockford characters, as typed: case and dashes do not matter
     * @param publicKey Base64 of the X.509 encoding of an EC P-256 key
     * @param proof {@link Seals#enrolBytes} signed with that key, Base64
     */
    public record Request(
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty("deviceName") @Nullable String deviceName,
            @JsonProperty("model") @Nullable String model,
            @JsonProperty("osVersion") @Nullable String osVersion,
            @JsonProperty("appVersion") @Nullable String appVersion,
            @JsonProperty(value = "publicKey", required = true) String publicKey,
            @JsonProperty(value = "proof", required = true) String proof) {}

    /**
     * What the server gives.
     *
     * @param token 256 random bits, shown this once; the server keeps its hash
     * @param serverKey Base64 X.509 of the key that signs checkpoints
     */
    public record Answer(
            @JsonProperty(value = "serverId", required = true) UUID serverId,
            @JsonProperty(value = "epoch", required = true) long epoch,
            @JsonProperty(value = "deviceId", required = true) UUID deviceId,
            @JsonProperty(value = "token", required = true) String token,
            @JsonProperty(value = "person", required = true) PersonView person,
            @JsonProperty("grants") List<Grant> grants,
            @JsonProperty(value = "serverTime", required = true) Instant serverTime,
            @JsonProperty("firebase") @Nullable Firebase firebase,
            @JsonProperty("serverKey") @Nullable String serverKey) {
        public Answer {
            grants = grants == null ? List.of() : List.copyOf(grants);
        }
    }

    /** What a phone needs to receive pushes of this server's Firebase project. */
    public record Firebase(
            @JsonProperty(value = "projectId", required = true) String projectId,
            @JsonProperty(value = "appId", required = true) String appId,
            @JsonProperty(value = "apiKey", required = true) String apiKey,
            @JsonProperty(value = "senderId", required = true) String senderId) {}

    /**
     * Role × place × time.
     *
     * @param areaCode commune, village or province
     * @param groupCode with GROUP_LEADER
     * @param association with ASSOCIATION_OFFICER: 11 ND, 12 PN, 13 CCB, 14 ĐTN
     */
    public record Grant(
            @JsonProperty(value = "role", required = true) ActingRole role,
            @JsonProperty(value = "areaCode", required = true) String areaCode,
            @JsonProperty("groupCode") @Nullable String groupCode,
            @JsonProperty("association") @Nullable String association,
            @JsonProperty(value = "from", required = true) LocalDate from,
            @JsonProperty("to") @Nullable LocalDate to) {}

    public record PersonView(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "name", required = true) String name) {}
}
