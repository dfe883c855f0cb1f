package vn.sothon.server.desk;

import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.access.Scope;

/** Who types a paper in, in which office, and what that office lets see. */
public record Typist(UUID personId, ActingRole role, Scope scope) {}
