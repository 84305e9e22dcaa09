/** 工作总结及计划: written from the figures of all modules, each opening to its records. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school", "files", "approvals"})
package org.zongwu.termreport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
