package vn.sothon.server.plan.importer;

import java.util.List;

/**
 * What a layout yields.
 *
 * @param reporting duties to report that stand among the tasks
 */
record TaskList(List<ImportedSection> sections, List<ImportedTask> tasks, List<ReportingDuty> reporting) {}
