/** Alerts on the phone: what there is, what has been shown, and the person's answers. */
@NullMarked
package vn.sothon.client.alert;

import org.jspecify.annotations.NullMarked;
