/** 廉政与会议: gifts handed in, meetings and their resolutions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "logbook", "school"})
package org.zongwu.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
