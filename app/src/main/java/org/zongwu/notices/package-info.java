/** 消息: listens to what happens, keeps it in the inbox of whoever should hear of it, and passes it on. Nobody calls it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "web", "trail", "school"})
package org.zongwu.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
