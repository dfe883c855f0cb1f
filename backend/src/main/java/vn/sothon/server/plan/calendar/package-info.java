/** Which reports plans ask for, by which day of each year, and which were sent. */
@NullMarked
package vn.sothon.server.plan.calendar;

import org.jspecify.annotations.NullMarked;
