/** The phone on the command line. */
@NullMarked
package vn.sothon.phones.command;

import org.jspecify.annotations.NullMarked;
