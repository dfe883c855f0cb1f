package vn.sothon.server.sync;

import jakarta.inject.Singleton;
import vn.sothon.server.loan.LoansFollow;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.PeopleFollow;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.record.Recommendations;

/**
 * An area became part of another: what lies there goes along at once and not with the next roster. Records and logs stay
 * under the code under which they were sealed; whoever is granted the new area sees both.
 */
@Singleton
final class PlacesFollow implements JobHandler {
    private static final int AT_ONCE = 100;

    private final PeopleFollow people;
    private final LoansFollow loans;
    private final Recommendations recommendations;
    private final Writer writer;

    PlacesFollow(PeopleFollow people, LoansFollow loans, Recommendations recommendations, Writer writer) {
        this.people = people;
        this.loans = loans;
        this.recommendations = recommendations;
        this.writer = writer;
    }

    @Override
    public String kind() {
        return AreaService.MERGED;
    }

    @Override
    public void perform(String areaCode) {
        people.follow(areaCode);
        loans.follow(areaCode);
        int moved;
        do {
            moved = writer.write(tx -> recommendations.follow(tx, areaCode, AT_ONCE));
        } while (moved > 0);
    }
}
