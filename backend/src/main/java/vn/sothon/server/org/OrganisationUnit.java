package vn.sothon.server.org;

import java.util.UUID;

/**
 * A body that leads, carries out or coordinates plan tasks, or inspects.
 *
 * @param kind what it is, as a code of the roster of bodies: office, association, board
 * @param areaCode where it is
 */
public record OrganisationUnit(UUID id, String kind, String name, String areaCode) {}
