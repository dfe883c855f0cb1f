package vn.sothon.server.sync;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.plan.PlanObserver;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;

/** Looks again at the records of a place when its plans have changed. */
@Singleton
class RetieAfterPlanChange implements PlanObserver, JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RetieAfterPlanChange.class);
    private static final String KIND = "retie";

    private final Provider<Jobs> jobs;
    private final Retying retying;

    RetieAfterPlanChange(Provider<Jobs> jobs, Retying retying) {
        this.jobs = jobs;
        this.retying = retying;
    }

    @Override
    public void changed(Tx tx, UUID planId, String areaCode) throws SQLException {
        jobs.get().promise(tx, KIND, areaCode);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String areaCode) {
        Retying.Count count = retying.within(areaCode);
        LOG.info("plans changed: {} records looked at again, {} tied otherwise", count.looked(), count.retied());
    }
}
