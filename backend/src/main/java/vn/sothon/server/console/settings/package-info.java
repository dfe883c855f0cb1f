/** What the office works by: numbers of the check policy, alert rules, hours, the way to phones; each change on record. */
@NullMarked
package vn.sothon.server.console.settings;

import org.jspecify.annotations.NullMarked;
