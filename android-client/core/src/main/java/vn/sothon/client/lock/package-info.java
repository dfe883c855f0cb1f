/** The gate to the screens: a PIN with a patience that runs out, and a lock that falls shut by itself. */
@NullMarked
package vn.sothon.client.lock;

import org.jspecify.annotations.NullMarked;
