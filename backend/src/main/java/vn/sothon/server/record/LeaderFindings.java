package vn.sothon.server.record;

import java.util.Set;
import vn.sothon.model.record.FindingCode;

/** Findings that are about the one who leads a group, or led it. */
final class LeaderFindings {
    static final Set<FindingCode> CODES =
            Set.of(FindingCode.MISAPPROPRIATION, FindingCode.UNLAWFUL_FEE, FindingCode.GROUP_IRREGULAR);

    private LeaderFindings() {}
}
