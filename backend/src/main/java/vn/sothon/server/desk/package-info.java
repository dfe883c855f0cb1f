/** Office work that touches several features at once: papers typed in, work handed over to a successor. */
@NullMarked
package vn.sothon.server.desk;

import org.jspecify.annotations.NullMarked;
