/** Pages of office work: rosters, the waiting queue, the year's plan, debts, papers, handing over. */
@NullMarked
package vn.sothon.server.console.office;

import org.jspecify.annotations.NullMarked;
