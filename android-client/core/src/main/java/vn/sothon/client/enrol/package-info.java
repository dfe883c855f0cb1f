/** How a phone becomes a device of its server. */
@NullMarked
package vn.sothon.client.enrol;

import org.jspecify.annotations.NullMarked;
