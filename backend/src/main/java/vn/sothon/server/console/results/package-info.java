/** What tasks and targets came to where documents and figures tell of it: read, entered, corrected; and who may. */
@NullMarked
package vn.sothon.server.console.results;

import org.jspecify.annotations.NullMarked;
