package vn.sothon.server.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.InetAddress;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.server.access.Caller;
import vn.sothon.server.platform.http.CallerAddress;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.secret.ServerKeys;

/** A phone becomes a device, and says where pushes reach it. */
@Controller("/api/v1/devices")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeviceController {
    private static final int MAX_BODY = 16 << 10;
    private static final int MAX_PUSH_TOKEN = 4096;
    private static final int RETRY_AFTER_SECONDS = 60;

    private final EnrolmentService enrolments;
    private final DeviceService devices;
    private final EnrolThrottle throttle;
    private final PushProject pushes;
    private final CallerAddress addresses;
    private final ServerKeys serverKeys;

    DeviceController(
            EnrolmentService enrolments,
            DeviceService devices,
            EnrolThrottle throttle,
            PushProject pushes,
            CallerAddress addresses,
            ServerKeys serverKeys) {
        this.enrolments = enrolments;
        this.devices = devices;
        this.throttle = throttle;
        this.pushes = pushes;
        this.addresses = addresses;
        this.serverKeys = serverKeys;
    }

    /** Turns a one-time code into a device. */
    @Post(value = "/enrol", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String enrol(HttpRequest<?> request, @Body String body) throws JsonRefused {
        InetAddress address = addresses.of(request);
        if (!throttle.allows(address)) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "ENROL_THROTTLED", null, RETRY_AFTER_SECONDS, null);
        }
        if (body.length() > MAX_BODY) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE");
        }
        Enrolment.Request asked = Json.tolerant(body, Enrolment.Request.class);
        return enrolments.enrol(asked).map(this::complete).map(Json::write).orElseThrow(() -> {
            throttle.failed(address);
            return new Refusal(HttpStatus.FORBIDDEN, "ENROL_REFUSED");
        });
    }

    /** One app serves any server: whose pushes it is to receive, and who signs checkpoints, it learns here. */
    private Enrolment.Answer complete(Enrolment.Answer answer) {
        return new Enrolment.Answer(
                answer.serverId(),
                answer.epoch(),
                answer.deviceId(),
                answer.token(),
                answer.person(),
                answer.grants(),
                answer.serverTime(),
                pushes.phoneSide().orElse(null),
                serverKeys.publicKey());
    }

    /** Where pushes to this device go. */
    @Put(value = "/me/push-token", consumes = MediaType.APPLICATION_JSON)
    @Status(HttpStatus.NO_CONTENT)
    void pushToken(Caller caller, @Body String body) throws JsonRefused {
        String token = Json.tolerant(body, PushToken.class).token();
        if (token.isBlank() || token.length() > MAX_PUSH_TOKEN) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "BAD_VALUE", "token");
        }
        devices.pushToken(caller.deviceId(), token);
    }

    /** The body of that call. */
    record PushToken(@JsonProperty(value = "token", required = true) String token) {}
}
