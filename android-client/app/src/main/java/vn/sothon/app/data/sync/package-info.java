/** When the phone talks to its server, and what is known of the last talk. */
@NullMarked
package vn.sothon.app.data.sync;

import org.jspecify.annotations.NullMarked;
