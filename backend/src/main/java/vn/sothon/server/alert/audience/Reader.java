package vn.sothon.server.alert.audience;

import java.util.UUID;
import vn.sothon.model.org.ActingRole;

/**
 * Somebody who has an alert.
 *
 * @param role the office in which he or she has it
 * @param brief only rule, commune, state and days are shown
 * @param mayAnswer whether his or her word is an answer
 */
public record Reader(UUID personId, ActingRole role, boolean brief, boolean mayAnswer) {}
