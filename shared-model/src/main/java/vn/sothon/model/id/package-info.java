/** Names for things: time-ordered ids made on the phone, and ids derived from what a thing is. */
@NullMarked
package vn.sothon.model.id;

import org.jspecify.annotations.NullMarked;
