/** People, their roles, their ways in: phones and accounts. */
@NullMarked
package vn.sothon.server.console.people;

import org.jspecify.annotations.NullMarked;
