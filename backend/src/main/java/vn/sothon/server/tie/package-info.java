/** Which plan task a record fulfils, and why. */
@NullMarked
package vn.sothon.server.tie;

import org.jspecify.annotations.NullMarked;
