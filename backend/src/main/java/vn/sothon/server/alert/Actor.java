package vn.sothon.server.alert;

import java.util.UUID;
import vn.sothon.model.org.ActingRole;

/** Who does something to an alert, and in which office. */
public record Actor(UUID personId, ActingRole role) {}
