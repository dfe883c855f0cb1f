/** Plans as a commune keeps them: read from a file, reviewed by a person, put in force. */
@NullMarked
package vn.sothon.server.console.plans;

import org.jspecify.annotations.NullMarked;
