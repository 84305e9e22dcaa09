/** Places, people, duties held, classes, students, terms and dated policy. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail"})
package org.zongwu.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
