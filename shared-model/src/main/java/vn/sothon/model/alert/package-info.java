/** Alerts as they travel: what was noticed, how grave it is, how it stands, and the sentence that says so. */
@NullMarked
package vn.sothon.model.alert;

import org.jspecify.annotations.NullMarked;
