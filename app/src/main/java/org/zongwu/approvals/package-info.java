/** 审批: who must stamp a document, in which order, and who may not; stand-ins; the rules by which the school decides that. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school"})
package org.zongwu.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
