package vn.sothon.server.plan;

import java.sql.SQLException;
import java.util.UUID;
import vn.sothon.server.platform.db.Tx;

/** Told in the same transaction when tasks in force have changed, so that what rests on them can follow. */
public interface PlanObserver {
    /**
     * Tasks of a plan have come, gone or changed.
     *
     * @param planId the plan, over all its versions
     * @param areaCode the commune or province it governs
     */
    void changed(Tx tx, UUID planId, String areaCode) throws SQLException;
}
