/** Push: verdicts on sealed items, one by one. */
@NullMarked
package vn.sothon.server.sync.push;

import org.jspecify.annotations.NullMarked;
