package vn.sothon.server.loan.importer;

import java.util.Iterator;

/** The rows of one sheet, read as they are asked for. */
interface SourceRows extends Iterator<SourceRow>, AutoCloseable {
    /** Days from which the sheet counts its dates are shifted when it was born on an old Macintosh. */
    boolean countsDatesFrom1904();

    @Override
    void close();
}
