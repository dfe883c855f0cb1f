package vn.sothon.server.sync.push;

import java.util.Set;

/**
 * Where an item belongs.
 *
 * @param areas the areas a grant may name to cover it, most local first; empty where what it says of its place cannot be
 *     so, and no grant covers it
 * @param moved whether the place it names is not the one that roster and areas know today
 */
record ItemPlace(Set<String> areas, boolean moved) {
    static final ItemPlace NOWHERE = new ItemPlace(Set.of(), false);
}
