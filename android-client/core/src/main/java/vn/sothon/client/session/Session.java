package vn.sothon.client.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.model.sync.Enrolment.Firebase;
import vn.sothon.model.sync.ItemTime;
import vn.sothon.model.sync.ItemTime.Anchor;

/**
 * What a phone keeps of its enrolment and of the last contact.
 *
 * @param serverUrl where the server was reached; the identity is {@code serverId}
 * @param anchor what the server last said about the time
 * @param digestOn the day on which both sides were last compared
 * @param revoked the server has told this device to go
 */
public record Session(
        @JsonProperty(value = "serverUrl", required = true) String serverUrl,
        @JsonProperty("certSha256") @Nullable String certSha256,
        @JsonProperty(value = "serverId", required = true) UUID serverId,
        @JsonProperty(value = "epoch", required = true) long epoch,
        @JsonProperty(value = "deviceId", required = true) UUID deviceId,
        @JsonProperty(value = "token", required = true) String token,
        @JsonProperty(value = "person", required = true) Enrolment.PersonView person,
        @JsonProperty("grants") List<Enrolment.Grant> grants,
        @JsonProperty("firebase") @Nullable Firebase firebase,
        @JsonProperty("serverKey") @Nullable String serverKey,
        @JsonProperty("anchor") @Nullable Anchor anchor,
        @JsonProperty("digestOn") @Nullable LocalDate digestOn,
        @JsonProperty(value = "revoked", required = true) boolean revoked) {

    public Session {
        grants = grants == null ? List.of() : List.copyOf(grants);
    }

    /** The session a successful enrolment begins. */
    public static Session begun(
            String serverUrl, @Nullable String certSha256, Enrolment.Answer answer, PhoneClock clock) {
        return new Session(
                serverUrl,
                certSha256,
                answer.serverId(),
                answer.epoch(),
                answer.deviceId(),
                answer.token(),
                answer.person(),
                answer.grants(),
                answer.firebase(),
                answer.serverKey(),
                anchor(answer.serverTime(), clock),
                null,
                false);
    }

    /** After an answer of this server. */
    public Session heard(long nowEpoch, @Nullable Instant serverTime, PhoneClock clock) {
        return with(serverUrl, nowEpoch, serverTime == null ? anchor : anchor(serverTime, clock), digestOn, revoked);
    }

    public Session compared(LocalDate day) {
        return with(serverUrl, epoch, anchor, day, revoked);
    }

    public Session sentAway() {
        return with(serverUrl, epoch, anchor, digestOn, true);
    }

    /** The same device reached by another way, e.g. through another address of the same server. */
    public Session at(String otherUrl) {
        return with(otherUrl, epoch, anchor, digestOn, revoked);
    }

    private Session with(
            String url, long nowEpoch, @Nullable Anchor newAnchor, @Nullable LocalDate comparedOn, boolean isRevoked) {
        return new Session(
                url,
                certSha256,
                serverId,
                nowEpoch,
                deviceId,
                token,
                person,
                grants,
                firebase,
                serverKey,
                newAnchor,
                comparedOn,
                isRevoked);
    }

    /** The time as this phone can tell it now. */
    public ItemTime time(PhoneClock clock) {
        return new ItemTime(clock.wall(), clock.elapsedMs(), clock.bootCount(), anchor);
    }

    private static Anchor anchor(Instant serverTime, PhoneClock clock) {
        return new Anchor(
                serverTime,
                clock.elapsedMs(),
                clock.bootCount(),
                serverTime.toEpochMilli() - clock.wall().toEpochMilli());
    }
}
