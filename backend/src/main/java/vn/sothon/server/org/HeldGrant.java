package vn.sothon.server.org;

import java.util.UUID;
import vn.sothon.model.sync.Enrolment.Grant;

/** A grant a person holds or held, with the id by which it can be ended. */
public record HeldGrant(UUID id, Grant grant) {}
