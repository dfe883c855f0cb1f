/** The inbox of alerts, one alert's page with what can be done about it, and the stream that keeps open pages fresh. */
@NullMarked
package vn.sothon.server.console.alerts;

import org.jspecify.annotations.NullMarked;
