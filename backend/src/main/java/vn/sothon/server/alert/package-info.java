/** Alerts: one matter is one alert; who has it, how it stands, and everything that happened to it. */
@NullMarked
package vn.sothon.server.alert;

import org.jspecify.annotations.NullMarked;
