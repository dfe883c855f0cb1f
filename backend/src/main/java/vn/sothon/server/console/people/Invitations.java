package vn.sothon.server.console.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import vn.sothon.model.json.Json;
import vn.sothon.server.console.page.QrPicture;
import vn.sothon.server.device.EnrolmentCode;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.http.ServerAddress;
import vn.sothon.server.platform.http.ServerName;

/** A code for one phone, as a person reads it and as a phone does. */
@Singleton
public class Invitations {
    private final EnrolmentService enrolments;
    private final ServerName name;
    private final ServerAddress address;

    Invitations(EnrolmentService enrolments, ServerName name, ServerAddress address) {
        this.enrolments = enrolments;
        this.name = name;
        this.address = address;
    }

    public record Invitation(String person, String roles, String code, Instant until, QrPicture picture) {}

    /** Where phones will look for the server. */
    String server() {
        String url = address.url();
        return url == null ? "" : url;
    }

    Invitation invite(Person person, String roles, Duration validity) {
        EnrolmentCode code = enrolments.makeCode(person.id(), validity);
        ObjectNode carried = JsonNodeFactory.instance.objectNode();
        carried.put("server", server());
        carried.put("serverId", name.serverId().toString());
        if (address.certSha256() != null) {
            carried.put("certSha256", address.certSha256());
        }
        carried.put("code", code.text());
        return new Invitation(person.name(), roles, code.text(), code.expiresAt(), QrPicture.of(Json.write(carried)));
    }
}
