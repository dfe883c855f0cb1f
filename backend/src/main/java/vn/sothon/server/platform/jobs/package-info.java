/** Work that is promised in one transaction and done in later ones. */
@NullMarked
package vn.sothon.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
