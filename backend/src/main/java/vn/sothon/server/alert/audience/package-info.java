/** Who gets an alert: role, place and level, and never the one it is about. */
@NullMarked
package vn.sothon.server.alert.audience;

import org.jspecify.annotations.NullMarked;
