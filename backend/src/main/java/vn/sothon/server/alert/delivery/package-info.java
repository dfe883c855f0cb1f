/** Push messages about alerts: written with the alert, sent afterwards, a hint and never the alert itself. */
@NullMarked
package vn.sothon.server.alert.delivery;

import org.jspecify.annotations.NullMarked;
