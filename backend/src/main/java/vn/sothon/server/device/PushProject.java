package vn.sothon.server.device;

import java.util.Optional;
import vn.sothon.model.sync.Enrolment;

/** What a phone must know to receive push messages of this server. */
public interface PushProject {
    /** Empty where no pushes are sent: alerts come by pulling. */
    Optional<Enrolment.Firebase> phoneSide();
}
