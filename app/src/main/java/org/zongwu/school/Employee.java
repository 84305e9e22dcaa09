package org.zongwu.school;

import java.util.UUID;

/** A member of staff as others see them. */
public record Employee(UUID id, String staffNo, String name, UUID departmentId, String department, boolean inService) {}
