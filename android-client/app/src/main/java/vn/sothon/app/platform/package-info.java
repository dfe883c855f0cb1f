/** What the core asks of Android: keys, clock, network. */
@NullMarked
package vn.sothon.app.platform;

import org.jspecify.annotations.NullMarked;
