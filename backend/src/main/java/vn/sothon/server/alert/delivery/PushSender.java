package vn.sothon.server.alert.delivery;

import java.util.List;

/** Hands messages to the service that reaches phones. */
interface PushSender {
    /** Sends them together; one outcome each, in order. It takes as long as the service takes. */
    List<PushOutcome> send(List<Push> pushes);
}
