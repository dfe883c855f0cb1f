package vn.sothon.server.alert.delivery;

import java.util.UUID;

/**
 * One message: an opaque id and nothing else, because it leaves the country.
 *
 * @param kind {@code alert} or {@code summary}
 * @param urgent whether the phone may be woken for it
 */
record Push(String token, String kind, UUID id, boolean urgent) {}
