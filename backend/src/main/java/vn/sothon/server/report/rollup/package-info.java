/** Which task of the plan above a commune's task implements: proposed from the texts, decided by a person. */
@NullMarked
package vn.sothon.server.report.rollup;

import org.jspecify.annotations.NullMarked;
