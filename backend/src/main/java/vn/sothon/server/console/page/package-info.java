/** What every page of the console shares: its frame, its words, its forms, its tables, and who is looking. */
@NullMarked
package vn.sothon.server.console.page;

import org.jspecify.annotations.NullMarked;
